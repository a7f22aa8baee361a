import type { HandoffCard, HandoffScreen, Person } from '../../contract/handoff-screen';
import { ACTIVE_STATES, type EndedHandoff, type Handoff, type Rating, type Receiver } from '../../domain/handoff/handoff';
import { acceptedInTurn } from '../../domain/handoff/chain';
import { findActive } from '../../domain/handoff/commands/begin';
import { findBypass } from '../../domain/handoff/find-bypass';
import { msBetween } from '../../domain/handoff/instant';
import { HAND_BACK_WINDOW_MS, LONG_CHAIN_FROM } from '../../domain/handoff/limits';
import { findMoveToDo } from '../../domain/handoff/move-to-do';
import { isRatingShownTo } from '../../domain/handoff/rating-reveal';
import type { IssueFacts } from '../../domain/handoff/command';
import { isFormer } from '../../domain/audit/former-person';
import { effectiveReceiver } from '../../domain/handoff/receiver';
import { isSenderOrReceiver } from '../../domain/handoff/standing-in';
import { findChange } from '../../domain/handoff/relied-facts';
import { findWaiver } from '../../domain/handoff/waiver';
import { whatIsLeft } from '../../domain/handoff/what-is-left';
import type { ChecklistItem, HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import { isAnsweredFor, optionsOf } from '../../domain/type/type-options';
import { findWayBack } from '../command/find-way-back';
import { isOpenFor } from '../command/run-command';
import type { Caller } from '../ports/app-ports';
import type { JiraIssue } from '../ports/issues';
import type { PersonSettings } from '../ports/screen-store';
import { toFacts } from '../record/issue-facts';
import { isUnsent } from '../record/notices';
import { getPinnedType, type Notice, type StoredRecord } from '../record/stored-record';

/** Everything a screen shows, already looked up. */
export interface ScreenParts {
  readonly caller: Caller;
  readonly stored: StoredRecord | null;
  readonly config: ProjectConfig | null;
  readonly issue: JiraIssue;
  readonly canEdit: boolean;
  readonly settings: PersonSettings | null;
  /** Ids of live handoffs whose receiving pool the viewer belongs to. */
  readonly memberOf: readonly string[];
  /** Ids of groups that may let a move pass (T24) to which the viewer belongs. */
  readonly waiverGroups: readonly string[];
  readonly people: readonly Person[];
  /** Null where it was not asked: nothing shown depends on it. */
  readonly isProjectAdmin: boolean | null;
  readonly now: string;
  /** SHA-256 over UTF-8 text, lower-case hex. */
  readonly sha256: (text: string) => string;
}

/** The Handoff screen for one viewer: only what that viewer may read of ratings is in it (design decision 11). */
export function buildScreen(parts: ScreenParts): HandoffScreen {
  const { caller, stored, issue, canEdit, people, config } = parts;
  return {
    rev: stored?.rev ?? 0,
    issue: {
      id: issue.id,
      key: issue.key,
      summary: issue.summary,
      statusId: issue.statusId,
      statusName: issue.statusName,
      hasDescription: issue.hasDescription,
      attachmentCount: issue.attachments.length,
      filledFieldIds: listNeededFields(config, stored).filter((fieldId) => issue.filledFieldIds.includes(fieldId)),
      ...toFieldValues(parts),
      ...(listItems(parts).some(({ confirmsAll }) => confirmsAll) ? { attachments: issue.attachments } : {}),
    },
    viewer: { accountId: caller.accountId, canEdit },
    readOnly: !caller.licensed,
    ...toChain(stored),
    cards: listCards(parts),
    people: Object.fromEntries(people.map((person) => [person.accountId, person])),
    pools: toPools(config, stored),
  };
}

function toChain(stored: StoredRecord | null): Pick<HandoffScreen, 'handedOver'> {
  const handedOver = stored === null ? 0 : acceptedInTurn(stored.record).length;
  return handedOver < LONG_CHAIN_FROM ? {} : { handedOver };
}

/** One card per live handoff, and one per active type that fits the work item and has none. */
function listCards(parts: ScreenParts): HandoffCard[] {
  const { stored, config, issue } = parts;
  const live = stored?.record.handoffs ?? [];
  const cards = live.map((handoff) => ({
    order: orderOf(config, handoff.typeId),
    card: toCard(parts, stored === null ? null : getPinnedType(stored, handoff), handoff),
  }));
  const types =
    config?.on === true ? config.types.filter(({ current, switches }) => isOpenFor(current, issue.issueTypeId, switches.active)) : [];
  for (const { current } of types) {
    const isShown = live.some((handoff) => handoff.typeId === current.typeId && handoff.state !== 'ACCEPTED');
    const hasOpenAccepted = live.some((handoff) => handoff.typeId === current.typeId);
    const startsHere = current.route.fromStatusIds.includes(issue.statusId);
    const ended = stored?.record.ended.some(({ typeId }) => typeId === current.typeId) === true;
    const isBypassed = findBypass(stored?.record ?? null, current, issue.statusId) !== null;
    if (!isShown && (startsHere || isBypassed || (ended && !hasOpenAccepted)))
      cards.push({ order: orderOf(config, current.typeId), card: toCard(parts, current, null) });
  }
  return cards.sort((one, other) => one.order - other.order).flatMap(({ card }) => card ?? []);
}

function orderOf(config: ProjectConfig | null, typeId: string): number {
  const position = config?.types.findIndex(({ current }) => current.typeId === typeId) ?? -1;
  return position === -1 ? Number.MAX_SAFE_INTEGER : position;
}

function toCard(parts: ScreenParts, type: HandoffType | null, handoff: Handoff | null): HandoffCard | null {
  if (type === null) return null;
  const { caller, stored, config, issue, now } = parts;
  const facts = toFacts(issue, type);
  const names = config?.statusNames ?? {};
  const nameOf = (statusId: string): string => (statusId === issue.statusId ? issue.statusName : (names[statusId] ?? ''));
  const receiver = handoff?.offer?.receiver ?? null;
  const bypass = findBypass(stored?.record ?? null, type, issue.statusId);
  return {
    handoffType: type,
    fromStatusNames: type.route.fromStatusIds.map(nameOf).filter((name) => name !== ''),
    toStatusName: nameOf(type.route.toStatusId),
    handoff: handoff === null ? null : redactRating(handoff, caller.accountId),
    ended:
      handoff === null && bypass === null
        ? redactEnded(stored?.record.ended.find(({ typeId }) => typeId === type.typeId) ?? null, caller.accountId)
        : null,
    left: whatIsLeft(handoff, type, facts, now),
    defaultReceiver: effectiveReceiver(handoff, type, facts) ?? lastReceiver(parts, type),
    viewerIsCandidate:
      receiver === null
        ? false
        : receiver.kind === 'person'
          ? receiver.accountId === caller.accountId
          : handoff !== null && parts.memberOf.includes(handoff.handoffId),
    startsHere: type.route.fromStatusIds.includes(issue.statusId),
    notification: toNotification(handoff === null ? null : (stored?.outbox.notices[handoff.handoffId] ?? null), now),
    movedNotOfferedSince: findUnoffered(parts, type, handoff),
    ...changeOf(parts, type, handoff, facts),
    moveToDo: handoff !== null && findMoveToDo(handoff, type, issue.statusId, stored?.seen.status ?? null)?.by === caller.accountId,
    ...toExceptions(parts, type, handoff, facts),
    ...(mayHandBack(parts, type, handoff) ? { viewerMayHandBack: true } : {}),
    ...(bypass === null ? {} : { bypass }),
    earlierRounds: (stored?.rounds ?? []).filter(
      (round) => isOfType(round.handoffId, issue.id, type.typeId) && !(round.outcome === 'open' && round.handoffId === handoff?.handoffId),
    ),
  };
}

function changeOf(
  { sha256 }: ScreenParts,
  type: HandoffType,
  handoff: Handoff | null,
  facts: IssueFacts,
): Pick<HandoffCard, 'changedAfterSignOff'> {
  const change = handoff === null ? null : findChange(handoff, type, facts, sha256);
  return change === null ? {} : { changedAfterSignOff: { digest: change.digest, changes: change.changes } };
}

/** Who of the pair is gone, and whether the viewer may step in for them. */
function toExceptions(
  { caller, people, waiverGroups, isProjectAdmin, now }: ScreenParts,
  type: HandoffType,
  handoff: Handoff | null,
  facts: IssueFacts,
): Pick<HandoffCard, 'viewerStandsIn' | 'viewerMayWaive' | 'gone'> {
  const { accountableId, waiversAllowed, waiverGroup } = optionsOf(type);
  const isAccountable = accountableId === caller.accountId;
  const isOpen = handoff === null || ACTIVE_STATES.includes(handoff.state);
  const named = handoff?.offer?.takenBy ?? fromPerson(handoff?.offer?.receiver ?? handoff?.receiver?.value ?? null);
  const isGone = (accountId: string | null): boolean =>
    accountId !== null && (isFormer(accountId) || people.some((person) => person.accountId === accountId && !person.active));
  const gone = { sender: isGone(handoff?.sender.value ?? null), receiver: isGone(named) };
  const isOfPair = handoff !== null && isSenderOrReceiver(handoff, type, facts, caller.accountId);
  const isOfGroup = waiverGroup !== null && waiverGroups.includes(waiverGroup.groupId);
  const isTheirs = isOfGroup || (accountableId === null ? isProjectAdmin === true : isAccountable);
  const mayWaive = waiversAllowed && !isOfPair && isTheirs;
  const isToFill = handoff === null || handoff.state === 'DRAFT' || handoff.state === 'RETURNED';
  return {
    ...(isOpen && (isAccountable || (isProjectAdmin === true && (isAnsweredFor(type) || waiversAllowed))) ? { viewerStandsIn: true } : {}),
    ...(mayWaive && isOpen && (handoff === null || findWaiver(handoff, isToFill ? 'left' : 'readback', now) === null)
      ? { viewerMayWaive: true }
      : {}),
    ...(isOpen && (gone.sender || gone.receiver) ? { gone } : {}),
  };
}

/** E23: for whoever accepted, right after it, where a type leads back and nothing is under way along it. */
function mayHandBack({ caller, stored, config, issue, canEdit, now }: ScreenParts, type: HandoffType, handoff: Handoff | null): boolean {
  const { acceptance, offer, state } = handoff ?? {};
  const isTheirs = state === 'ACCEPTED' && acceptance?.by === caller.accountId && offer?.self !== true && canEdit;
  if (!isTheirs || msBetween(acceptance.at, now) > HAND_BACK_WINDOW_MS) return false;
  const back = findWayBack(config, type, issue);
  return back !== null && stored !== null && findActive(stored.record, back.typeId) === null;
}

function fromPerson(receiver: Receiver | null): string | null {
  return receiver?.kind === 'person' ? receiver.accountId : null;
}

/** Whom the viewer handed this type to the last time. */
function lastReceiver({ settings, caller, issue }: ScreenParts, type: HandoffType): Receiver | null {
  if (type.receiver.kind !== 'senderChooses') return null;
  const last = settings?.lastReceivers[type.typeId] ?? null;
  const senderId = issue.assignee?.accountId ?? caller.accountId;
  return last?.kind === 'person' && last.accountId === senderId ? null : last;
}

function isOfType(handoffId: string, issueId: string, typeId: string): boolean {
  return handoffId.startsWith(`${issueId}-${typeId}-`);
}

/** While a handoff is open its rating is its rater's, and the sender's once they left a note; nobody else's. */
function redactRating(handoff: Handoff, viewerId: string): Handoff {
  return handoff.rating === null || isRatingShownTo(handoff, viewerId) ? handoff : { ...handoff, rating: null };
}

function redactEnded(ended: EndedHandoff | null, viewerId: string): EndedHandoff | null {
  if (ended === null) return null;
  const isPair = ended.senderId === viewerId || ended.receiverId === viewerId;
  const rating: Rating | null = isPair ? ended.rating : null;
  return { ...ended, rating };
}

function toNotification(notice: Notice | null, now: string): HandoffCard['notification'] {
  if (notice === null) return 'none';
  if (notice.state === 'sent') return 'sent';
  return isUnsent(notice, now) ? 'notSent' : 'pending';
}

/** Since when the work item stands where this complete draft leads although it was not offered; null when there is nothing to heal. */
function findUnoffered({ stored, issue, now }: ScreenParts, type: HandoffType, handoff: Handoff | null): string | null {
  if (handoff?.state !== 'DRAFT' || type.opensAt !== 'offer' || issue.statusId !== type.route.toStatusId) return null;
  const seen = stored?.seen.status ?? null;
  return seen !== null && type.route.fromStatusIds.includes(seen.id) ? now : null;
}

function listItems({ config, stored }: Pick<ScreenParts, 'config' | 'stored'>): ChecklistItem[] {
  const types = [...Object.values(stored?.types ?? {}), ...(config?.types.map(({ current }) => current) ?? [])];
  return types.flatMap(({ items }) => items);
}

/** Only fields an item asks for or depends on: everything else on the work item is no business of this screen. */
function toFieldValues(parts: ScreenParts): Pick<HandoffScreen['issue'], 'fieldValues'> {
  const fieldIds = listItems(parts).flatMap(({ fieldId, appliesIf }) => [fieldId ?? [], appliesIf?.fieldId ?? []].flat());
  if (fieldIds.length === 0) return {};
  return { fieldValues: Object.fromEntries(fieldIds.map((fieldId) => [fieldId, parts.issue.fieldTexts[fieldId] ?? []])) };
}

function listNeededFields(config: ProjectConfig | null, stored: StoredRecord | null): string[] {
  const types = [...Object.values(stored?.types ?? {}), ...(config?.types.map(({ current }) => current) ?? [])];
  const ids = types.flatMap((type) => [
    ...type.items.flatMap(({ fieldId }) => fieldId ?? []),
    ...(type.receiver.kind === 'userField' ? [type.receiver.fieldId] : []),
  ]);
  return [...new Set(ids)];
}

function toPools(config: ProjectConfig | null, stored: StoredRecord | null): Record<string, string> {
  const types = [...Object.values(stored?.types ?? {}), ...(config?.types.map(({ current }) => current) ?? [])];
  return Object.fromEntries(
    types.flatMap(({ receiver }) => {
      if (receiver.kind === 'group') return [[receiver.groupId, receiver.groupName]];
      return receiver.kind === 'role' ? [[receiver.roleId, receiver.roleName]] : [];
    }),
  );
}
