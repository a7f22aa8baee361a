import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import { announce } from '../../kit/feedback/announce';
import { describedBy, FormField } from '../../kit/form/form-field';
import { TextButton } from '../../kit/layout/text-button';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { fromEntered, toEntered } from '../../kit/time/entered-time';
import { useMomentText } from '../../kit/time/use-moment-text';
import { useCard } from '../data/card-context';
import styles from './time.module.css';
import { useTimes } from './use-times';

/** Until when a complete handoff waits: a date and a time of the reader's own zone, first the beginning of the receiver's next working day. */
export function HoldForm({ handoffId, onClose }: { readonly handoffId: string; readonly onClose: () => void }) {
  const t = useText();
  const moment = useMomentText();
  const { timeZone } = useSurface();
  const { act, busy, card } = useCard();
  const proposed = useTimes()?.holdUntil ?? null;
  const id = useId();
  const [entered, setEntered] = useState<string | null>(null);
  const [isPast, setIsPast] = useState(false);
  const value = entered ?? (proposed === null ? '' : toEntered(proposed, timeZone));
  const problem = isPast ? t('handoff.hold.problem') : undefined;
  const hint = t('handoff.hold.hint', { team: card.handoffType.team });

  const hold = async (): Promise<void> => {
    const until = fromEntered(value, timeZone);
    const isAhead = until !== null && until > new Date().toISOString();
    setIsPast(!isAhead);
    if (!isAhead) {
      document.getElementById(id)?.focus();
      return;
    }
    if ((await act('handoff.hold', { handoffId, until })) === null) return;
    announce(t('handoff.held', { time: moment(until), team: card.handoffType.team }));
    onClose();
  };
  return (
    <form
      className={styles.hours}
      onSubmit={(event) => {
        event.preventDefault();
        void hold();
      }}
    >
      <FormField id={id} label={t('handoff.hold.until')} hint={hint} problem={problem}>
        <Textfield
          id={id}
          type="datetime-local"
          autoFocus
          value={value}
          isInvalid={isPast}
          {...describedBy(id, { hint, problem })}
          onChange={(event) => {
            setEntered(event.currentTarget.value);
            setIsPast(false);
          }}
        />
      </FormField>
      <div className={styles.links}>
        <Button type="submit" isLoading={busy === 'handoff.hold'}>
          {t('handoff.hold.submit')}
        </Button>
        <TextButton onClick={onClose}>{t('common.cancel')}</TextButton>
      </div>
    </form>
  );
}
