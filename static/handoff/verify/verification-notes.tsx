import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { haveTalked, isHighRisk, levelOf, readbackStanding } from '../../../src/domain/handoff/verification';
import { optionsOf } from '../../../src/domain/type/type-options';
import { announce } from '../../kit/feedback/announce';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import styles from '../card/card.module.css';
import { TextForm } from '../talk/text-form';

/** What stands between a waiting handoff and its acceptance besides the receiver's own step, and who did what about it. */
export function VerificationNotes({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const { card } = useCard();
  const { offer } = handoff;
  if (offer === null) return null;
  const { secondSignature, verificationWaived, takenBy } = offer;
  const receiver = takenBy ?? (offer.receiver.kind === 'person' ? offer.receiver.accountId : null);
  const waits = handoff.state === 'OFFERED' || handoff.state === 'IN_VERIFICATION';
  const hasFailed =
    waits &&
    verificationWaived === undefined &&
    receiver !== null &&
    !haveTalked(handoff) &&
    readbackStanding(handoff, card.handoffType, receiver) === 'failed';
  const { accountableId } = optionsOf(card.handoffType);
  const isSigned = secondSignature !== undefined && secondSignature.by !== takenBy;
  const needsSecond = waits && verificationWaived === undefined && !isSigned && levelOf(handoff, card.handoffType) >= 3;
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
      {verificationWaived !== undefined && (
        <p className={styles.quiet}>
          {t('handoff.waived', { name: names.person(verificationWaived.by), reason: verificationWaived.reason })}
        </p>
      )}
      {waits && <OthersSteps state={state} handoff={handoff} />}
    </>
  );
}

/** Signing off as the second person, and letting it be accepted without checking. */
function OthersSteps({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const { act, busy } = useCard();
  const [isWaiving, setIsWaiving] = useState(false);
  const opener = useOpener(isWaiving);
  const { handoffId, offer } = handoff;
  const sign = async (): Promise<void> => {
    const done = await act('handoff.countersign', { handoffId, digest: offer?.digest ?? '' });
    if (done !== null) announce(t('handoff.second.announced'));
  };
  const mayWaive = state.secondaryActions.includes('waiveVerification');
  const signsToo = state.secondaryActions.includes('countersign');
  if (mayWaive && isWaiving) {
    return (
      <TextForm
        label={t('handoff.waive.why')}
        maxLength={MAX_LINE_LENGTH}
        submit={t('handoff.waive.submit')}
        isBusy={busy === 'handoff.waiveVerification'}
        onCancel={() => setIsWaiving(false)}
        onSubmit={async (reason) => (await act('handoff.waiveVerification', { handoffId, reason })) !== null}
      />
    );
  }
  if (state.primaryAction !== 'countersign' && !mayWaive && !signsToo) return null;
  return (
    <div className={styles.links}>
      {state.primaryAction === 'countersign' && (
        <Button appearance="primary" isLoading={busy === 'handoff.countersign'} onClick={() => void sign()}>
          {t('handoff.second.sign')}
        </Button>
      )}
      {signsToo && <TextButton onClick={() => void sign()}>{t('handoff.second.sign')}</TextButton>}
      {mayWaive && (
        <TextButton ref={opener} onClick={() => setIsWaiving(true)}>
          {t('handoff.waive')}
        </TextButton>
      )}
    </div>
  );
}
