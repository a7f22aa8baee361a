import { useId } from 'react';
import Lozenge from '@atlaskit/lozenge';
import type { HealthMonth, HealthView, TypeHealth } from '../../../src/contract/health';
import { useText } from '../../kit/text/use-text';
import { placeOf } from '../behind/place-of';
import { useBehind } from '../behind/use-behind';
import { monthName } from '../../kit/time/month-name';
import { useSurface } from '../../kit/surface/surface-context';
import { returnedFor } from './missed-items';
import { rateColumns, timeColumns } from './month-columns';
import { ratesOf, timesOf } from './month-numbers';
import { figureOf } from './figure-of';
import { NumberTable } from '../../kit/numbers/number-table';
import type { TrendsPlace } from './trends';
import styles from './trends.module.css';

interface MonthTablesProps {
  readonly health: HealthView;
  readonly type: TypeHealth;
  readonly month: HealthMonth;
  readonly place: TrendsPlace;
}

/** Every number of the month: each with its n, and shares with what they may be by chance. */
export function MonthTables({ health, type, month, place: { project, isProjectAdmin } }: MonthTablesProps) {
  const t = useText();
  const headingId = useId();
  const { locale } = useSurface();
  const file = `${project.key}-${type.typeId}-${month.month}`;
  const reasons = returnedFor([month], type.titles).map(({ title, times }) => t('project.month.returnedFor', { title, times }));
  const passed = health.passages.find((each) => each.month === month.month && each.bypassed + each.paused > 0);
  const toAndFro = month.wentToAndFro ?? 0;
  const place = placeOf(project.key, type, month);
  const sentences = useBehind(place);
  const times = useBehind(place);
  const rates = useBehind(place);
  const early = month.firstWork?.early ?? 0;
  const hasFirstWork = type.months.some(({ firstWork }) => firstWork !== undefined);
  return (
    <section className={styles.part} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.title}>
        {t('health.numbers.title', { month: monthName(month.month, locale) })}
        {month.isProvisional && <Lozenge appearance="inprogress">{t('health.provisional')}</Lozenge>}
      </h2>
      <p>
        {t('health.numbers.handoffs', { count: month.offered, accepted: month.accepted, withdrawn: month.withdrawn })}{' '}
        {month.offered > month.accepted + month.withdrawn &&
          sentences.ask('open', t('health.numbers.title', { month: monthName(month.month, locale) }))}
      </p>
      {month.returns > 0 && (
        <p>
          {t('health.numbers.returns', { count: month.returns, handoffs: month.returned })}
          {reasons.length > 0 && ` ${t('project.month.returnedForList', { items: new Intl.ListFormat(locale).format(reasons) })}`}{' '}
          {sentences.ask('returned', t('behind.of.returned'))}
        </p>
      )}
      {toAndFro > 0 && (
        <p>
          {t('health.numbers.toAndFro', { count: toAndFro })} {sentences.ask('toAndFro', t('behind.of.toAndFro'))}
        </p>
      )}
      {sentences.list}
      {passed !== undefined && <p>{t('health.numbers.passed', { count: passed.bypassed + passed.paused, paused: passed.paused })}</p>}
      <NumberTable
        name={t('health.times.name')}
        fileName={`${file}-times`}
        columns={timeColumns(t)}
        rows={timesOf(month)}
        under={({ id, name, durations }) => durations.n > 1 && times.ask(id, t(name))}
      />
      {times.list}
      {early > 0 && <p className={styles.quiet}>{t('health.times.early', { count: early })}</p>}
      {!hasFirstWork && isProjectAdmin && <p className={styles.quiet}>{t('health.times.firstWorkOff')}</p>}
      <NumberTable
        name={t('health.rates.name')}
        fileName={`${file}-rates`}
        columns={rateColumns(t)}
        rows={ratesOf(month)}
        under={(rate) => {
          const figure = figureOf(rate);
          return figure !== null && rates.ask(figure, t(rate.name));
        }}
      />
      {rates.list}
    </section>
  );
}
