import Button from '@atlaskit/button/default/button';
import { Checkbox } from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { MyTime } from '../../../src/contract/times';
import { isZone } from '../../../src/domain/calendar/wall-clock';
import { call } from '../../kit/bridge/call';
import { announce } from '../../kit/feedback/announce';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { FormField } from '../../kit/form/form-field';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { hoursProblem, toHours, toMyTime, WEEKDAYS, weekdayName, type Hours } from './hours';
import styles from './time.module.css';

/** Days, hours, zone, days off and an absence, of the reader alone. */
export function HoursForm({ mine, onSaved }: { readonly mine: MyTime; readonly onSaved: (saved: MyTime) => void }) {
  const t = useText();
  const id = useId();
  const { locale } = useSurface();
  const [hours, setHours] = useState<Hours>(() => toHours(mine));
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const problem = isChecked ? hoursProblem(hours, isZone) : null;
  const change = (some: Partial<Hours>): void => setHours((known) => ({ ...known, ...some }));
  const save = async (): Promise<void> => {
    setIsChecked(true);
    if (hoursProblem(hours, isZone) !== null) return;
    setIsBusy(true);
    setError(null);
    try {
      onSaved(await call('me.save', toMyTime(hours, mine)));
      announce(t('common.saved'));
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsBusy(false);
    }
  };
  const field = (name: 'from' | 'to' | 'zone' | 'daysOff' | 'awayUntil', type: 'time' | 'date' | 'text') => (
    <FormField
      id={`${id}-${name}`}
      label={t(`handoff.hours.${name}`)}
      hint={name === 'daysOff' || name === 'awayUntil' ? t(`handoff.hours.${name}.hint`) : undefined}
      problem={problem === name ? t(`handoff.hours.${name}.problem`) : undefined}
    >
      <Textfield
        id={`${id}-${name}`}
        type={type}
        isCompact
        value={hours[name]}
        isInvalid={problem === name}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
      />
    </FormField>
  );
  return (
    <form
      className={styles.hours}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorStrip error={error} />
      <fieldset className={styles.days}>
        <legend>{t('handoff.hours.days')}</legend>
        {WEEKDAYS.map((day) => (
          <Checkbox
            key={day}
            label={weekdayName(day, locale)}
            isChecked={hours.days.includes(day)}
            onChange={(event) =>
              change({ days: event.currentTarget.checked ? [...hours.days, day].sort() : hours.days.filter((each) => each !== day) })
            }
          />
        ))}
      </fieldset>
      {field('from', 'time')}
      {field('to', 'time')}
      {field('zone', 'text')}
      {field('daysOff', 'text')}
      {field('awayUntil', 'date')}
      <div>
        <Button type="submit" isLoading={isBusy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
