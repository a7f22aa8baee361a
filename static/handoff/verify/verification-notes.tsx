import Button from '@atlaskit/button/default/button';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { isHighRisk } from '../../../src/domain/handoff/high-risk';
import { isTalkConfirmed } from '../../../src/domain/handoff/talk-advice';
import { hasSecondSignature, levelOf, readbackStanding } from '../../../src/domain/handoff/verification';
import { findWaiver } from '../../../src/domain/handoff/waiver';
import { optionsOf } from '../../../src/domain/type/type-options';
import { announce } from '../../kit/feedback/announce';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useNow } from '../../kit/time/use-now';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import styles from '../card/card.module.css';

/** What stands between a waiting handoff and its acceptance besides the receiver's own step, and who did what about it. */
export function VerificationNotes({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const { card } = useCard();
  const now = useNow(60_000).toISOString();
  const { offer } = handoff;
  if (offer === null) return null;
  const { secondSignature, takenBy } = offer;
  const receiver = takenBy ?? (offer.receiver.kind === 'person' ? offer.receiver.accountId : null);
  const waits = handoff.state === 'OFFERED' || handoff.state === 'IN_VERIFICATION';
  const isWaived = findWaiver(handoff, 'readback', now) !== null;
  const hasFailed =
    waits &&
    !isWaived &&
    receiver !== null &&
    !isTalkConfirmed(handoff, receiver) &&
    readbackStanding(handoff, card.handoffType, receiver) === 'failed';
  const { accountableId } = optionsOf(card.handoffType);
  const isSigned = secondSignature !== undefined && hasSecondSignature(handoff, takenBy);
  const needsSecond = waits && !isWaived && !isSigned && levelOf(handoff, card.handoffType) >= 3;
  const second = accountableId === null ? null : names.person(accountableId);
  return (
    <>
      {isHighRisk(handoff) && <Strip tone="warning">{t('handoff.risk.high')}</Strip>}
      {hasFailed && (
        <Strip tone="warning" announced={t('handoff.readback.failed')}>
          {t('handoff.readback.failed')}
        </Strip>
      )}
      {needsSecond && (
        <p className={styles.quiet}>
          {second === null
            ? t('handoff.second.needed', { team: card.handoffType.team })
            : offer.receiver.kind === 'person'
              ? t('handoff.second.neededBy', { name: second })
              : t('handoff.second.neededOr', { team: card.handoffType.team, name: second })}
        </p>
      )}
      {isSigned && <p className={styles.quiet}>{t('handoff.second.done', { name: names.person(secondSignature.by) })}</p>}
      {waits && <OthersSteps state={state} handoff={handoff} />}
    </>
  );
}

/** Signing off as the second person. */
function OthersSteps({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const { act, busy } = useCard();
  const { handoffId, offer } = handoff;
  const sign = async (): Promise<void> => {
    const done = await act('handoff.countersign', { handoffId, digest: offer?.digest ?? '' });
    if (done !== null) announce(t('handoff.second.announced'));
  };
  const signsToo = state.secondaryActions.includes('countersign');
  if (state.primaryAction !== 'countersign' && !signsToo) return null;
  return (
    <div className={styles.links}>
      {state.primaryAction === 'countersign' && (
        <Button appearance="primary" isLoading={busy === 'handoff.countersign'} onClick={() => void sign()}>
          {t('handoff.second.sign')}
        </Button>
      )}
      {signsToo && <TextButton onClick={() => void sign()}>{t('handoff.second.sign')}</TextButton>}
    </div>
  );
}
