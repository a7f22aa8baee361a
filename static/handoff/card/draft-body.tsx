import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { HandOffAnswer } from '../../../src/contract/bridge-contract';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { ScreenAction, ScreenState } from '../../../src/domain/handoff/screen-state';
import { announce } from '../../kit/feedback/announce';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import { DraftForm, RevisionForm } from '../draft/draft-form';
import { useDraftReceiver } from '../draft/receiver-field';
import { SaveStatus } from '../draft/save-status';
import { useTrouble } from '../draft/use-trouble';
import { TextForm } from '../talk/text-form';
import { HoldForm } from '../time/hold-form';
import styles from './card.module.css';
import { useHandOff } from './use-hand-off';

/** The draft with its one button, which hands off or jumps to the first thing that is left. */
export function DraftBody({ state }: { readonly state: ScreenState }) {
  const t = useText();
  const { card, busy } = useCard();
  const names = useNames();
  const { receiver } = useDraftReceiver();
  const { press, refusal } = useHandOff();
  const trouble = useTrouble();
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const opener = useOpener(isWithdrawing);
  const [isHolding, setIsHolding] = useState(false);
  const holdOpener = useOpener(isHolding);
  const { primaryAction } = state;
  const { handoff, left } = card;
  const isRevision = state.row === 'returnedSender';
  return (
    <>
      {isRevision && <ReturnReason />}
      {handoff !== null && handoff.movedIncompleteAt !== null && left.length > 0 && (
        <Strip tone="warning">{t('handoff.movedIncomplete', { status: card.toStatusName })}</Strip>
      )}
      {refusal !== null && <HandOffRefusal answer={refusal} />}
      <div className={styles.actions}>
        {primaryAction !== null && (
          <Button appearance={trouble === null ? 'primary' : 'default'} isLoading={busy === 'handoff.handOff'} onClick={() => void press()}>
            {primaryAction === 'handOffAgain' ? t('handoff.handOffAgain') : t('handoff.handOff', { name: names.receiver(receiver) })}
          </Button>
        )}
        {state.secondaryActions.includes('hold') && !isHolding && (
          <TextButton ref={holdOpener} onClick={() => setIsHolding(true)}>
            {t('handoff.hold')}
          </TextButton>
        )}
        {state.secondaryActions.includes('withdraw') && !isWithdrawing && (
          <TextButton ref={opener} onClick={() => setIsWithdrawing(true)}>
            {t('handoff.withdraw')}
          </TextButton>
        )}
        <SaveStatus />
      </div>
      {isHolding && handoff !== null && state.secondaryActions.includes('hold') && (
        <HoldForm handoffId={handoff.handoffId} onClose={() => setIsHolding(false)} />
      )}
      {isWithdrawing && <WithdrawForm action="withdraw" onCancel={() => setIsWithdrawing(false)} />}
      {isRevision ? <RevisionForm named={returnedFields(card)} /> : <DraftForm />}
    </>
  );
}

function returnedFields(card: ReturnType<typeof useCard>['card']): ReadonlySet<string> {
  const last = card.handoff?.returns.at(-1);
  return new Set([...(last?.itemIds ?? []).map((id) => `item:${id}`), ...(last?.sectionIds ?? []).map((id) => `section:${id}`)]);
}

/** Who returned it, when and why. */
export function ReturnReason() {
  const t = useText();
  const { card } = useCard();
  const names = useNames();
  const last = card.handoff?.returns.at(-1);
  if (last === undefined) return null;
  return (
    <Strip tone="warning">
      <strong>{t('handoff.returned.by', { name: names.person(last.by) })}</strong> <span className={styles.quote}>{last.reason}</span>
    </Strip>
  );
}

/** Why *Hand off* did not move the work item. */
function HandOffRefusal({ answer }: { readonly answer: HandOffAnswer }) {
  const t = useText();
  const { card } = useCard();
  const status = card.toStatusName;
  const text =
    answer.outcome === 'moveYourself'
      ? t(`handoff.moveYourself.${answer.moveYourselfReason ?? 'noTransition'}`, { status })
      : answer.outcome === 'refusedByJira'
        ? t('handoff.refusedByJira', { status, message: answer.jiraMessage ?? '' })
        : t('handoff.incomplete');
  return (
    <Strip tone={answer.outcome === 'moveYourself' ? 'information' : 'warning'} announced={text}>
      {text}
    </Strip>
  );
}

/** Takes a handoff back, with a reason; `takeBack` after somebody was asked, `withdraw` before. */
export function WithdrawForm({
  action,
  onCancel,
}: {
  readonly action: Extract<ScreenAction, 'withdraw' | 'takeBack'>;
  readonly onCancel: () => void;
}) {
  const t = useText();
  const { card, act, busy } = useCard();
  const { handoff } = card;
  if (handoff === null) return null;
  return (
    <TextForm
      label={t(`handoff.${action}.why`)}
      hint={t('handoff.withdraw.hint')}
      maxLength={MAX_LINE_LENGTH}
      submit={t(`handoff.${action}`)}
      isBusy={busy === 'handoff.withdraw'}
      onCancel={onCancel}
      onSubmit={async (reason) => {
        const done = await act('handoff.withdraw', { handoffId: handoff.handoffId, reason });
        if (done !== null) announce(t('handoff.withdrawn.announced'));
        return done !== null;
      }}
    />
  );
}
