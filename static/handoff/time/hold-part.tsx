import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { announce } from '../../kit/feedback/announce';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { useMomentText } from '../../kit/time/use-moment-text';
import { useCard } from '../data/card-context';
import styles from './time.module.css';

/** Until when a complete handoff waits, for both sides; what keeps it after that; and how the sender stops it. */
export function HoldPart({ state }: { readonly state: ScreenState }) {
  const t = useText();
  const moment = useMomentText();
  const { card, act } = useCard();
  const { handoff, handoffType } = card;
  if (handoff?.state !== 'DRAFT' || handoff.hold === undefined) return null;
  const { handoffId, hold } = handoff;
  const release = async (): Promise<void> => {
    if ((await act('handoff.release', { handoffId })) !== null) announce(t('handoff.release.announced'));
  };
  return (
    <div className={styles.part}>
      <p>
        {hold.stuck === undefined
          ? t('handoff.held', { time: moment(hold.until), team: handoffType.team })
          : t(`handoff.held.stuck.${hold.stuck}`, { time: moment(hold.until), status: card.toStatusName })}
      </p>
      {state.secondaryActions.includes('release') && (
        <div className={styles.links}>
          <TextButton onClick={() => void release()}>{t('handoff.release')}</TextButton>
        </div>
      )}
    </div>
  );
}
