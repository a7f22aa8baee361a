import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { HandoffTimes } from '../../../src/contract/times';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { effectiveReceiver } from '../../../src/domain/handoff/receiver';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { optionsOf } from '../../../src/domain/type/type-options';
import { announce } from '../../kit/feedback/announce';
import { Fold } from '../../kit/layout/fold';
import { useText } from '../../kit/text/use-text';
import { useMomentText } from '../../kit/time/use-moment-text';
import { useCard, useNames } from '../data/card-context';
import { TextForm } from '../talk/text-form';
import styles from './time.module.css';

interface ReadinessPartProps {
  readonly handoff: Handoff;
  readonly state: ScreenState;
  readonly times: HandoffTimes | null;
}

/** Whether the receiver is there now, beside their name; with a way past it where the type stops a handoff to somebody away. */
export function ReadinessPart({ handoff, state, times }: ReadinessPartProps) {
  const t = useText();
  const moment = useMomentText();
  const names = useNames();
  const { card } = useCard();
  const { offer } = handoff;
  if (offer?.readinessOverride !== undefined)
    return <p className={styles.quiet}>{t('handoff.override.was', { reason: offer.readinessOverride })}</p>;
  const receiver = times?.receiver ?? null;
  if (receiver === null || card.gone?.receiver === true) return null;
  const name = names.receiver(effectiveReceiver(handoff, card.handoffType, null));
  const isComplete = card.left.length === 0 && (state.primaryAction === 'handOff' || state.primaryAction === 'handOffAgain');
  const isStopped = receiver.awayUntil !== null && optionsOf(card.handoffType).readiness === 'blocks' && isComplete;
  return (
    <>
      {receiver.awayUntil !== null && <p>{t('handoff.away', { name, time: moment(receiver.awayUntil) })}</p>}
      {receiver.awayUntil === null && receiver.worksAgainAt !== null && (
        <p className={styles.quiet}>{t('handoff.worksAgain', { name, time: moment(receiver.worksAgainAt) })}</p>
      )}
      {isStopped && <Override handoffId={handoff.handoffId} />}
    </>
  );
}

/** Hands off to somebody away, for a reason that stays with the handoff. */
function Override({ handoffId }: { readonly handoffId: string }) {
  const t = useText();
  const { act, busy, card } = useCard();
  return (
    <Fold summary={t('handoff.override')}>
      <TextForm
        label={t('handoff.override.why')}
        maxLength={MAX_LINE_LENGTH}
        submit={t('handoff.override.submit')}
        isBusy={busy === 'handoff.handOff'}
        autoFocus={false}
        onSubmit={async (readinessOverride) => {
          const done = await act('handoff.handOff', { handoffId, readinessOverride });
          if (done?.outcome === 'handedOff') announce(t('handoff.handedOff.announced', { team: card.handoffType.team }));
          return done?.outcome === 'handedOff';
        }}
      />
    </Fold>
  );
}
