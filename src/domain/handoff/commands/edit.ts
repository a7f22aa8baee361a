import type { Command, DecisionContext, DraftChange } from '../command';
import { draftSizeBytes } from '../build-package';
import type { Decision } from '../decision';
import { decided, editingUser, refuse, say } from '../decision';
import {
  changesNothing,
  checkChange,
  fieldName,
  findConflicts,
  isTyping,
  normalised,
  toSavedSection,
  toSavedValue,
} from '../draft-changes';
import type { EventHeader, HandoffEvent } from '../event';
import { evolveAll } from '../evolve';
import { flushText } from '../flush-text';
import type { AccountId, Handoff, HandoffRecord } from '../handoff';
import { msBetween } from '../instant';
import { MAX_PACKAGE_BYTES, TEXT_COALESCING_MS } from '../limits';
import type { Beginning } from './begin';
import { beginDraft, findActive, isSelfHandoff } from './begin';
import { continueDraft } from './continue-draft';

/**
 * Saves fields of the draft: T1 at the first use, T2, and T13 on a returned handoff, whose revision begins with its first change.
 *
 * All changes are saved or none. A field somebody else changed meanwhile is a conflict that names what stands there now.
 */
export function edit(record: HandoffRecord, command: Extract<Command, { type: 'edit' }>, context: DecisionContext): Decision {
  const by = editingUser(context);
  if (by === null) return refuse('FORBIDDEN');
  if (command.typeId !== context.handoffType.typeId) return refuse('NOT_FOUND');
  const changes = command.changes.map((change) => normalised(change, context.issue, context.handoffType));
  const invalid = firstInvalid(changes, context);
  if (invalid !== null) return invalid;
  const seen = findActive(record, command.typeId);
  if (seen !== null && seen.state !== 'DRAFT' && seen.state !== 'RETURNED') return refuse('INVALID_STATE');
  const conflicts = findConflicts(changes, seen);
  if (conflicts !== null) return refuse('VERSION_CONFLICT', { conflicts });

  const opening = openDraft(record, seen, changes, { context, by });
  if ('refusal' in opening) return opening;
  const effective = changes.filter((change) => !changesNothing(change, opening.draft) || opening.covers(change));
  if (effective.length === 0) return decided();
  const stale = flushText(
    opening.draft,
    opening.header,
    (unlogged) => unlogged.by !== by || msBetween(unlogged.since, context.now) >= TEXT_COALESCING_MS,
  );
  const saved = saveEvents(
    opening.draft,
    effective.filter((change) => !opening.covers(change)),
    { header: opening.header, by, title: context.issue.summary },
  );
  const events = [...opening.events, ...stale, ...saved];
  return checkResult(record, events, opening.header.handoffId, { seen, changes: effective, context });
}

function firstInvalid(changes: readonly DraftChange[], context: DecisionContext): Decision | null {
  if (new Set(changes.map(fieldName)).size !== changes.length) return refuse('INVALID_VALUE');
  for (const change of changes) {
    const code = checkChange(change, context.handoffType, context.issue);
    if (code !== null) return refuse(code);
  }
  return null;
}

/** The draft that the changes apply to; `covers` tells which changes its events already hold. */
interface Opening extends Beginning {
  readonly covers: (change: DraftChange) => boolean;
}

function openDraft(
  record: HandoffRecord,
  seen: Handoff | null,
  changes: readonly DraftChange[],
  { context, by }: { readonly context: DecisionContext; readonly by: AccountId },
): Opening | Extract<Decision, { ok: false }> {
  if (seen === null) {
    const sender = changes.find((change) => change.field === 'sender')?.value;
    const receiver = changes.find((change) => change.field === 'receiver')?.value;
    const parties = { by, ...(sender === undefined ? {} : { sender }), ...(receiver === undefined ? {} : { receiver }) };
    const beginning = beginDraft(record, context, parties);
    if ('refusal' in beginning) return beginning;
    return { ...beginning, covers: (change) => change.field === 'sender' || change.field === 'receiver' };
  }
  return { ...continueDraft({ record, handoff: seen, context }, by), covers: () => false };
}

/** Deliberate choices are logged at once; typing only changes the record. */
function saveEvents(
  draft: Handoff,
  changes: readonly DraftChange[],
  save: { header: EventHeader; by: AccountId; title: string },
): HandoffEvent[] {
  const { header, by } = save;
  const stamp = { by, at: header.at, title: save.title };
  const items = changes.flatMap((change) => {
    if (change.field !== 'item') return [];
    const before = draft.items[change.id];
    return [{ typed: isTyping(change.value, before?.value ?? null), saved: toSavedValue(change.id, change.value, before, stamp) }];
  });
  const sections = changes.flatMap((change) =>
    change.field === 'section' ? [toSavedSection(change.id, change.value, draft.note[change.id], stamp)] : [],
  );
  const chosen = items.filter(({ typed }) => !typed).map(({ saved }) => saved);
  const typed = items.filter((item) => item.typed).map(({ saved }) => saved);
  const events: HandoffEvent[] = chosen.length === 0 ? [] : [say(header, { type: 'item_changed', changes: chosen })];
  for (const change of changes) {
    if (change.field === 'sender')
      events.push(say(header, { type: 'sender_changed', by, sender: change.value, version: draft.sender.version + 1 }));
    if (change.field === 'receiver') {
      events.push(say(header, { type: 'receiver_changed', by, receiver: change.value, version: (draft.receiver?.version ?? 0) + 1 }));
    }
    if (change.field === 'risk')
      events.push(say(header, { type: 'risk_changed', by, risk: change.value, version: (draft.risk?.version ?? 0) + 1 }));
  }
  return typed.length + sections.length === 0 ? events : [...events, { ...header, type: 'text_saved', items: typed, sections }];
}

function checkResult(
  record: HandoffRecord,
  events: readonly HandoffEvent[],
  handoffId: string,
  before: { readonly seen: Handoff | null; readonly changes: readonly DraftChange[]; readonly context: DecisionContext },
): Decision {
  const { seen, changes, context } = before;
  const draft = evolveAll(record, events).handoffs.find((handoff) => handoff.handoffId === handoffId);
  if (draft === undefined) return refuse('NOT_FOUND');
  const partyChanged = changes.some((change) => change.field === 'sender' || change.field === 'receiver');
  if (partyChanged && isSelfHandoff(draft, context)) return refuse('SELF_HANDOFF');
  const size = draftSizeBytes(draft, context.handoffType, context.issue);
  const sizeBefore = seen === null ? 0 : draftSizeBytes(seen, context.handoffType, context.issue);
  return size > MAX_PACKAGE_BYTES && size > sizeBefore ? refuse('PACKAGE_TOO_LARGE') : decided(...events);
}
