import type { Handoff } from '../../../src/domain/handoff/handoff';
import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { findWaiver } from '../../../src/domain/handoff/waiver';
import { Strip } from '../../kit/feedback/strip';
import { useText } from '../../kit/text/use-text';
import { useMomentText } from '../../kit/time/use-moment-text';
import { useNow } from '../../kit/time/use-now';
import { useCard, useNames } from '../data/card-context';

/** What is out of the ordinary about this handoff, under the top line: a move without one, somebody who left, a move that was let pass. */
export function Exceptions({ state }: { readonly state: ScreenState }) {
  const { card } = useCard();
  const { handoff } = card;
  return (
    <>
      {card.bypass !== undefined && state.row !== 'off' && <BypassStrip />}
      {handoff !== null && <GoneStrips state={state} handoff={handoff} />}
      {handoff !== null && <WaiverStrip handoff={handoff} />}
      {handoff !== null && <DelegatedStrip handoff={handoff} />}
    </>
  );
}

function BypassStrip() {
  const t = useText();
  const names = useNames();
  const { card, screen } = useCard();
  const { bypass, toStatusName: status, handoffType } = card;
  if (bypass === undefined) return null;
  const { team } = handoffType;
  const key = !screen.viewer.canEdit ? 'handoff.bypassed.read' : bypass.by === null ? 'handoff.bypassed.unknown' : 'handoff.bypassed';
  return <Strip tone="warning">{t(key, { status, team, name: bypass.by === null ? '' : names.person(bypass.by) })}</Strip>;
}

function GoneStrips({ state, handoff }: { readonly state: ScreenState; readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const { card } = useCard();
  const { offer, receiver, sender } = handoff;
  const named =
    offer?.takenBy === null || offer?.takenBy === undefined
      ? names.receiver(offer?.receiver ?? receiver?.value ?? null)
      : names.person(offer.takenBy);
  const mayAct = state.primaryAction === 'changeReceiver' || state.secondaryActions.includes('changeReceiver');
  return (
    <>
      {card.gone?.receiver === true && mayAct && <Strip tone="warning">{t('handoff.receiverGone', { name: named })}</Strip>}
      {card.gone?.sender === true && state.secondaryActions.includes('changeSender') && (
        <Strip tone="warning">{t('handoff.senderGone', { name: names.person(sender.value ?? handoff.createdBy) })}</Strip>
      )}
    </>
  );
}

/** Before the move that it lets pass, and after it for whoever received less than the type asks for. */
function WaiverStrip({ handoff }: { readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const moment = useMomentText();
  const now = useNow(60_000).toISOString();
  const { card } = useCard();
  const waiver = handoff.waivers?.at(-1);
  if (waiver === undefined) return null;
  const vars = { name: names.person(waiver.by), reason: waiver.reason };
  const waived = handoff.offer?.waived ?? [];
  if (waived.length > 0) {
    const { items, notePrompts } = card.handoffType;
    const what = [
      ...items.filter(({ itemId }) => waived.includes(itemId)).map(({ title }) => title),
      ...notePrompts.filter(({ sectionId }) => waived.includes(sectionId)).map(({ title }) => title),
    ].join(', ');
    return <Strip tone="information">{t('handoff.letPassed', { ...vars, what })}</Strip>;
  }
  if (handoff.acceptance?.waived === true || findWaiver(handoff, 'readback', now) !== null)
    return <Strip tone="information">{t('handoff.waived', vars)}</Strip>;
  if (findWaiver(handoff, 'left', now) === null) return null;
  return <Strip tone="information">{t('handoff.mayPass', { ...vars, time: moment(waiver.expiresAt) })}</Strip>;
}

function DelegatedStrip({ handoff: { offer } }: { readonly handoff: Handoff }) {
  const t = useText();
  const names = useNames();
  const { screen } = useCard();
  if (offer?.delegatedFrom === undefined || offer.takenBy !== null) return null;
  const isMine = offer.receiver.kind === 'person' && offer.receiver.accountId === screen.viewer.accountId;
  return (
    <Strip tone="information">{t(isMine ? 'handoff.delegated' : 'handoff.delegatedTo', { name: names.person(offer.delegatedFrom) })}</Strip>
  );
}
