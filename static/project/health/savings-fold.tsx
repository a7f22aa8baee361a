import { useId, useState } from 'react';
import Textfield from '@atlaskit/textfield';
import type { HealthView, TypeHealth } from '../../../src/contract/health';
import { savingsEstimate } from '../../../src/domain/metrics/savings-estimate';
import { describedBy, FormField } from '../../kit/form/form-field';
import { Fold } from '../../kit/layout/fold';
import { monthName } from '../../kit/time/month-name';
import { observedPerDay } from './observed-per-day';
import { sayDecimal } from '../../kit/numbers/say-numbers';
import styles from './trends.module.css';
import { useSay } from '../../kit/numbers/use-say';

/** What may be entered, from nothing to this. */
const MOST = { minutes: 480, perDay: 10_000, days: 366 } as const;

type Field = keyof typeof MOST;
const FIELDS = ['minutes', 'perDay', 'days'] as const satisfies readonly Field[];

/** An assumption, and said to be one. */
const WORKING_DAYS = '220';

interface SavingsFoldProps {
  readonly health: HealthView;
  readonly type: TypeHealth;
}

/**
 * What minutes saved at each handoff of a type add up to in a year (M21, S-095). Nobody measured the minutes, so none are proposed; nothing
 * of it leaves the page.
 */
export function SavingsFold({ health, type }: SavingsFoldProps) {
  const say = useSay();
  const id = useId();
  const { t, locale } = say;
  const observed = observedPerDay(health, type);
  const [entered, setEntered] = useState<Readonly<Record<Field, string>>>({
    minutes: '',
    perDay: observed === null ? '' : observed.perDay.toFixed(observed.decimals),
    days: WORKING_DAYS,
  });
  const hints: Readonly<Record<Field, string | undefined>> = {
    minutes: t('health.savings.minutesHint'),
    perDay:
      observed === null
        ? undefined
        : t('health.savings.observed', {
            value: sayDecimal(say, observed.perDay, observed.decimals),
            from: monthName(observed.from, locale),
            to: monthName(observed.to, locale),
          }),
    days: t('health.savings.daysHint', { days: WORKING_DAYS }),
  };
  const isOff = (field: Field): boolean => !(Number(entered[field]) >= 0 && Number(entered[field]) <= MOST[field]);
  const isComplete = FIELDS.every((field) => entered[field].trim() !== '' && !isOff(field));
  const [minutes, perDay, days] = FIELDS.map((field) => Number(entered[field])) as [number, number, number];
  return (
    <Fold summary={t('health.savings.title')}>
      <div className={styles.part}>
        <p className={styles.quiet}>{t('health.savings.intro')}</p>
        <div className={styles.cards}>
          {FIELDS.map((field) => {
            const problem = isOff(field) ? t('health.savings.problem', { most: sayDecimal(say, MOST[field], 0) }) : undefined;
            const fieldId = `${id}-${field}`;
            return (
              <FormField key={field} id={fieldId} label={t(`health.savings.${field}`)} hint={hints[field]} problem={problem}>
                <Textfield
                  id={fieldId}
                  inputMode="decimal"
                  isCompact
                  value={entered[field]}
                  maxLength={8}
                  isInvalid={problem !== undefined}
                  {...describedBy(fieldId, { hint: hints[field], problem })}
                  onChange={(event) => {
                    // Also as people write it where the comma is decimal.
                    const value = event.currentTarget.value.replace(',', '.');
                    setEntered((before) => ({ ...before, [field]: value }));
                  }}
                />
              </FormField>
            );
          })}
        </div>
        <p role="status">
          {isComplete ? (
            <>
              <strong>{t('health.savings.result', { hours: sayDecimal(say, savingsEstimate(minutes, perDay, days), 0) })}</strong>{' '}
              {t('health.savings.formula', { minutes: entered.minutes, perDay: entered.perDay, days: entered.days })}
            </>
          ) : (
            !FIELDS.some(isOff) && t('health.savings.empty')
          )}
        </p>
      </div>
    </Fold>
  );
}
