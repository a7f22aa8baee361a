import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useEffect, useRef, useState } from 'react';
import { MAX_LIMITS_REASON } from '../../../src/contract/chart-limits';
import { describedBy, FormField } from '../../kit/form/form-field';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import styles from './numbers-section.module.css';

interface LimitsFormProps {
  readonly today: string;
  /** Days that limits begin on already. */
  readonly taken: readonly string[];
  readonly onSave: (start: { readonly from: string; readonly reason: string }) => Promise<void>;
  readonly onLeave: () => void;
}

/** Asks from which day limits are new, and why. */
export function LimitsForm({ today, taken, onSave, onLeave }: LimitsFormProps) {
  const t = useText();
  const [from, setFrom] = useState(today);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const dayProblem = from === '' || from > today ? 'settings.limits.dayProblem' : taken.includes(from) ? 'settings.limits.dayTaken' : null;
  const noReason = reason.trim() === '';
  const day = { hint: t('settings.limits.dayHint'), problem: isChecked && dayProblem !== null ? t(dayProblem) : undefined };
  const why = { hint: t('settings.limits.reasonHint'), problem: isChecked && noReason ? t('settings.limits.reasonProblem') : undefined };
  const save = async (): Promise<void> => {
    setIsChecked(true);
    if (dayProblem !== null) return first.current?.focus();
    if (noReason) return second.current?.focus();
    setIsBusy(true);
    await onSave({ from, reason: reason.trim() });
    setIsBusy(false);
  };
  return (
    <div className={styles.form}>
      <FormField id="limits-from" label={t('settings.limits.day')} {...day}>
        <Textfield
          ref={first}
          id="limits-from"
          type="date"
          max={today}
          value={from}
          isInvalid={day.problem !== undefined}
          {...describedBy('limits-from', day)}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      </FormField>
      <FormField id="limits-reason" label={t('settings.limits.reason')} {...why}>
        <Textfield
          ref={second}
          id="limits-reason"
          maxLength={MAX_LIMITS_REASON}
          value={reason}
          isInvalid={why.problem !== undefined}
          {...describedBy('limits-reason', why)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </FormField>
      <div className={styles.row}>
        <Button appearance="primary" isLoading={isBusy} onClick={() => void save()}>
          {t('settings.limits.save')}
        </Button>
        <TextButton onClick={onLeave}>{t('common.cancel')}</TextButton>
      </div>
    </div>
  );
}
