import Button from '@atlaskit/button/default/button';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { isNamed } from '../../../src/domain/handoff/receiver';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { isHighRisk } from '../../../src/domain/handoff/high-risk';
import { isTalkConfirmed } from '../../../src/domain/handoff/talk-advice';
import { hasSecondSignature, isTalkOwed, levelOf } from '../../../src/domain/handoff/verification';
import { findWaiver } from '../../../src/domain/handoff/waiver';
import { optionsOf } from '../../../src/domain/type/type-options';
import { announce } from '../../kit/feedback/announce';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useNow } from '../../kit/time/use-now';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { TalkSoFar } from '../time/talk-part';
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
  const waits = handoff.state === 'OFFERED' || handoff.state === 'IN_VERIFICATION';
  const isWaived = findWaiver(handoff, 'readback', now) !== null;
  const owesTalk = waits && !isWaived && isTalkOwed(handoff, card.handoffType);
  const hasFailed = owesTalk && takenBy !== null && !isTalkConfirmed(handoff, takenBy);
  const isSigned = secondSignature !== undefined && hasSecondSignature(handoff, takenBy);
  const needsSecond = waits && !isWaived && !isSigned && levelOf(handoff, card.handoffType) >= 3;
  return (
    <>
      {isHighRisk(handoff) && <Strip tone="warning">{t('handoff.risk.high')}</Strip>}
      {hasFailed && (
        <Strip tone="warning" announced={t('handoff.readback.failed')}>
          {t('handoff.readback.failed')}
        </Strip>
      )}
      {owesTalk && <TalkSoFar handoff={handoff} isAdvised={(offer.talk?.rule ?? null) !== null} />}
      {needsSecond && <SecondNeeded state={state} handoff={handoff} />}
      {isSigned && <p className={styles.quiet}>{t('handoff.second.done', { name: names.person(secondSignature.by) })}</p>}
      {waits && <OthersSteps state={state} handoff={handoff} />}
    </>
  );
}

/** Who is still to sign off as the second person. */
function SecondNeeded({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const { card } = useCard();
  const { team } = card.handoffType;
  const { accountableId } = optionsOf(card.handoffType);
  const { offer, sender } = handoff;
  if (offer === null) return null;
  const { receiver, takenBy } = offer;
  const name = accountableId === null ? '' : names.person(accountableId);
  const isOneOfTwo = accountableId === sender.value || accountableId === takenBy || isNamed(receiver, accountableId ?? '');
  const key =
    state.primaryAction === 'countersign'
      ? 'handoff.second.neededYou'
      : receiver.kind !== 'person'
        ? accountableId === null || isOneOfTwo
          ? 'handoff.second.needed'
          : 'handoff.second.neededOr'
        : isOneOfTwo
          ? 'handoff.second.nobody'
          : 'handoff.second.neededBy';
  return <p className={styles.quiet}>{t(key, { team, name })}</p>;
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
