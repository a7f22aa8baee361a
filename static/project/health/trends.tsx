import { useId, useState } from 'react';
import type { HealthView } from '../../../src/contract/health';
import type { ReviewLine } from '../../../src/contract/review';
import { LEAST_HANDOFFS } from '../../../src/domain/metrics/enough-for-trends';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { monthName } from '../../kit/time/month-name';
import { firstMonth, handoffsOf, typesWithTrends } from './choose-view';
import { placeOf } from '../behind/place-of';
import { AcrossSection } from './across-section';
import { ChangeList } from './change-list';
import { ChartList } from './chart-list';
import { ClosedSection } from './closed-section';
import { DroppedCard } from './dropped-card';
import { EffectCards } from './effect-cards';
import { HeadingCards } from './heading-cards';
import { LookedAfterCard } from './looked-after-card';
import { MonthTables } from './month-tables';
import { Pick } from '../../kit/form/pick';
import { RatingSection } from './rating-section';
import { SavingsFold } from './savings-fold';
import styles from './trends.module.css';

/** What the parts of *Trends* know about where they stand. */
export interface TrendsPlace {
  readonly project: { readonly id: string; readonly key: string };
  readonly isProjectAdmin: boolean;
  /** How the types with reviews stand; absent where none has. */
  readonly reviews?: readonly ReviewLine[];
}

/** The numbers of one type for a month and over the last year. No number in it is about a person (S-131). */
export default function Trends({ health, ...place }: TrendsPlace & { readonly health: HealthView }) {
  const t = useText();
  const id = useId();
  const { locale } = useSurface();
  const present = health.months.at(-1) ?? '';
  const types = typesWithTrends(health);
  const [typeId, setTypeId] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const type = types.find((each) => each.typeId === typeId) ?? types[0];
  const month = type?.months.find((each) => each.month === asked) ?? (type === undefined ? undefined : firstMonth(type, present));
  if (type === undefined || month === undefined) return null;
  const shown = `${type.typeId} ${month.month}`;
  const tableId = (table: string): string => `${id}-table-${table}`;
  const fileName = `${place.project.key}-${type.typeId}`;
  const few = health.types.filter((each) => !types.includes(each));
  return (
    <div className={styles.page}>
      <div className={styles.choices}>
        <Pick
          id={`${id}-type`}
          label={t('health.pick.type')}
          choices={types.map((each) => ({ id: each.typeId, name: each.name }))}
          value={type.typeId}
          onChange={setTypeId}
        />
        <Pick
          id={`${id}-month`}
          label={t('health.pick.month')}
          choices={type.months.toReversed().map((each) => ({ id: each.month, name: monthName(each.month, locale) }))}
          value={month.month}
          onChange={setAsked}
        />
      </div>
      {few.length > 0 && (
        <p className={styles.quiet}>
          {t('health.pick.few', {
            types: new Intl.ListFormat(locale).format(
              few.map((each) => t('health.pick.fewType', { type: each.name, count: handoffsOf(each) })),
            ),
            from: LEAST_HANDOFFS,
          })}
        </p>
      )}
      <DroppedCard key={`dropped ${shown}`} month={month} place={placeOf(place.project.key, type, month)} />
      <HeadingCards month={month} />
      <ChangeList key={`change ${shown}`} health={health} type={type} month={month} place={place} />
      <EffectCards
        key={`effects ${shown}`}
        type={type}
        month={month}
        projectKey={place.project.key}
        onShow={(table) => openTable(tableId(table))}
      />
      <MonthTables key={`numbers ${shown}`} health={health} type={type} month={month} place={place} />
      <RatingSection health={health} type={type} month={month} tableId={tableId('ratings')} fileName={`${fileName}-ratings`} />
      <ChartList key={type.typeId} health={health} type={type} tableId={tableId} fileName={fileName} place={place} />
      <ClosedSection health={health} month={month.month} projectKey={place.project.key} />
      <SavingsFold key={`savings ${type.typeId}`} health={health} type={type} />
      <AcrossSection health={health} month={month.month} projectKey={place.project.key} />
      <LookedAfterCard health={health} place={place} />
    </div>
  );
}

/** Unfolds a table and goes there. */
function openTable(id: string): void {
  const table = document.getElementById(id)?.querySelector('details');
  if (table === null || table === undefined) return;
  table.open = true;
  table.querySelector('summary')?.focus();
}
