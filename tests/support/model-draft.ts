import type { Command, DecisionContext, DraftChange, RefusalCode } from '../../src/domain/handoff/command';
import type { ItemAnswer, Receiver } from '../../src/domain/handoff/handoff';
import { person, put, senderOf, since, type Expectation, type Meeting, type Model, type ModelHandoff, type Rows } from './model-handoff';
import { NOT_OFFERED } from './model-offer';
import { isReal, laterOf } from './model-text';

/** What stands in each field of a draft, as one text: `item:{id}`, `section:{id}`, `sender`, `receiver`. */
export type Values = Readonly<Record<string, { readonly value: string | null; readonly version: number }>>;

const LIVE_PLACES = 3;
const HAND_BACK_MS = 30 * 60_000;
const ACTIVE = ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED'];
const REQUIRED_ITEMS = ['pr', 'where', 'how', 'issues'];
const ITEMS = [...REQUIRED_ITEMS, 'tested', 'fix-version', 'screens'];
const SECTIONS = ['situation', 'background', 'assessment', 'recommendation'];
const REQUIRED_SECTIONS = ['situation', 'recommendation'];

/** What is still to be done: required items, required sections, a receiver who is not the sender. */
export function whatIsLeft({ values }: Pick<ModelHandoff, 'values'>, context: DecisionContext): string[] {
  const { summary } = context.issue;
  const text = (field: string): string | null => values[field]?.value ?? null;
  const items = REQUIRED_ITEMS.filter((id) => {
    const answer = text(`item:${id}`);
    return (
      answer === null || answer === 'unknown' || (answer.startsWith('text:') && (!isReal(answer.slice(5)) || answer === `text:${summary}`))
    );
  });
  // A meeting that was planned and has come is left again.
  const end = text('item:meeting')?.split(' ')[2] ?? '';
  const meeting = context.handoffType.items.some(({ itemId }) => itemId === 'meeting');
  const isMeetingDone = text('item:meeting')?.startsWith('notApplicable:') === true || end > context.now;
  const sections = REQUIRED_SECTIONS.filter((id) => {
    const note = text(`section:${id}`);
    const earlier = SECTIONS.slice(0, SECTIONS.indexOf(id)).map((each) => text(`section:${each}`));
    return note === null || note === 'unknown' || !isReal(note) || note === summary || earlier.includes(note);
  });
  const receiver = receiverOf(values, context);
  return [
    ...items,
    ...(meeting && !isMeetingDone ? ['meeting'] : []),
    ...sections,
    ...(receiver === null || isSelf(values, context) ? ['receiver'] : []),
  ];
}

/** Whether it goes from somebody to the same person. */
export function isSelf(values: Values, context: DecisionContext): boolean {
  return receiverOf(values, context) === `person:${values['sender']?.value ?? ''}`;
}

/** T13: the next attempt. What the return named is empty again, everything else stays. */
export function revise(handoff: ModelHandoff, { now }: DecisionContext): ModelHandoff {
  const values = Object.fromEntries(
    Object.entries(handoff.values).map(([field, entry]) => [
      field,
      handoff.named.includes(field) && entry.value !== null ? { value: null, version: entry.version + 1 } : entry,
    ]),
  );
  return {
    ...handoff,
    state: 'DRAFT',
    attempt: handoff.attempt + 1,
    questions: [],
    named: [],
    values,
    changedAt: laterOf(now, handoff.changedAt),
  };
}

/** T1, T2, T13: saves fields of the draft, begins it at the first, revises a returned one. All changes or none. */
export function edit(model: Model, { changes, typeId }: Extract<Command, { type: 'edit' }>, context: DecisionContext): Expectation {
  const seen = findActive(model, typeId);
  const fields = changes.map(fieldOf);
  const reasons: RefusalCode[] = [];
  if (context.actor.kind !== 'user' || !context.actorCanEdit) return { reasons: ['FORBIDDEN'] };
  if (new Set(fields).size !== fields.length) reasons.push('INVALID_VALUE');
  if (changes.some((each) => isUnknown(each, context) || (each.field === 'risk' && context.handoffType.options?.riskAsked !== true)))
    reasons.push('UNKNOWN_FIELD');
  if (changes.some((each) => each.field === 'item' && (each.id === 'signed' || each.value?.kind === 'approval'))) reasons.push('FORBIDDEN');
  if (changes.some((each) => isNotOffered(each, context))) reasons.push('INVALID_VALUE');
  if (changes.some((each) => each.field === 'item' && each.value?.kind === 'notApplicable' && !isReal(each.value.reason)))
    reasons.push('REASON_REQUIRED');
  if (seen !== null && seen.state !== 'DRAFT' && seen.state !== 'RETURNED') return { reasons: [...reasons, 'INVALID_STATE'] };
  const isMissed = (each: DraftChange): boolean => {
    const entry = seen?.values[fieldOf(each)];
    return each.basedOn !== (entry?.version ?? 0) && (entry?.value ?? null) !== valueOf(each);
  };
  if (changes.some(isMissed)) reasons.push('VERSION_CONFLICT');
  if (reasons.length > 0) return { reasons };

  const { room, draft, covered } = open(model, seen, changes, context);
  const effective = changes.filter(
    (each) => covered.includes(fieldOf(each)) || (draft.values[fieldOf(each)]?.value ?? null) !== valueOf(each),
  );
  if (effective.length === 0) return { next: model };
  let values = draft.values;
  for (const each of effective)
    if (!covered.includes(fieldOf(each)))
      values = { ...values, [fieldOf(each)]: { value: valueOf(each), version: (values[fieldOf(each)]?.version ?? 0) + 1 } };
  const changesParties = effective.some(({ field }) => field === 'sender' || field === 'receiver');
  if (changesParties && isSelf(values, context)) return { reasons: ['SELF_HANDOFF'] };
  const saved = { ...draft, values, changedAt: laterOf(context.now, draft.changedAt) };
  return { next: { ...room, live: [...room.live.filter(({ id }) => id !== saved.id), saved].sort(byPlace(room, saved)) } };
}

/** T1 with the content of a withdrawn handoff, as far as the type still has room for it. */
export function startAgain(model: Model, command: Extract<Command, { type: 'startAgain' }>, context: DecisionContext): Expectation {
  const { actor, issue } = context;
  if (actor.kind !== 'user' || !context.actorCanEdit) return { reasons: ['FORBIDDEN'] };
  if (model.live.some((each) => each.typeId === command.typeId && ACTIVE.includes(each.state))) return { reasons: ['ACTIVE_EXISTS'] };
  const sender = issue.assigneeId ?? actor.accountId;
  const chosen = command.receiver === null ? null : receiverWord(command.receiver);
  const { room, draft } = begin(model, context, { sender, receiver: chosen === `person:${sender}` ? undefined : (chosen ?? undefined) });
  const values: Record<string, Values[string]> = { ...draft.values };
  for (const [id, answer] of Object.entries(command.items))
    if (ITEMS.includes(id)) values[`item:${id}`] = { value: answerWord(answer), version: 1 };
  for (const [id, text] of Object.entries(command.note)) if (SECTIONS.includes(id)) values[`section:${id}`] = { value: text, version: 1 };
  return { next: { ...room, live: [...room.live, { ...draft, values }] } };
}

/** T17: ends it and begins another from everything in it but what is said anew each time. */
export function supersede(model: Model, { handoffId }: Extract<Command, { type: 'supersede' }>, context: DecisionContext): Expectation {
  const handoff = model.live.find(({ id }) => id === handoffId);
  if (handoff === undefined) return { reasons: [model.ended.some(({ id }) => id === handoffId) ? 'INVALID_STATE' : 'NOT_FOUND'] };
  const by = person(context);
  const isAccountable = by !== null && context.handoffType.options?.accountableId === by;
  const reasons: RefusalCode[] = [];
  if (by === null || !context.actorCanEdit || (by !== senderOf(handoff) && !isAccountable)) reasons.push('FORBIDDEN');
  if (handoff.state === 'ACCEPTED' || (handoff.state === 'IN_VERIFICATION' && !isAccountable)) reasons.push('INVALID_STATE');
  if (reasons.length > 0) return { reasons };
  const sender = senderOf(handoff);
  const chosen = handoff.asked ?? handoff.values['receiver']?.value ?? null;
  const receiver = chosen === null || chosen === `person:${sender}` ? undefined : chosen;
  const { room, draft } = begin(put(model, { ...handoff, state: 'SUPERSEDED' }), context, { sender, receiver });
  return { next: { ...room, live: [...room.live, withContent(draft, handoff, /^(item:|section:|risk)/u)] } };
}

/** E23: whoever accepted by mistake begins a draft back to the sender, with the answers and without the note. */
export function handBack(model: Model, command: Extract<Command, { type: 'handBack' }>, context: DecisionContext): Expectation {
  const accepted = model.live.find(({ id }) => id === command.acceptedId);
  if (accepted === undefined) return { reasons: [model.ended.some(({ id }) => id === command.acceptedId) ? 'INVALID_STATE' : 'NOT_FOUND'] };
  if (accepted.state !== 'ACCEPTED') return { reasons: ['INVALID_STATE'] };
  const by = person(context);
  const reasons: RefusalCode[] = [];
  if (by === null || by !== accepted.acceptedBy || !context.actorCanEdit) reasons.push('FORBIDDEN');
  if (since(accepted.acceptedAt, context) > HAND_BACK_MS) reasons.push('WINDOW_CLOSED');
  if (senderOf(accepted) === by) reasons.push('SELF_HANDOFF');
  if (findActive(model, command.typeId) !== null) reasons.push('ACTIVE_EXISTS');
  if (reasons.length > 0) return { reasons };
  const { room, draft } = begin(model, context, { sender: by ?? '', receiver: `person:${senderOf(accepted)}` });
  return { next: { ...room, live: [...room.live, withContent(draft, accepted, /^item:/u)] } };
}

/** A new draft with what an earlier one says, but for what is said anew each time: that nothing is known, and approvals. */
function withContent(draft: ModelHandoff, { values }: ModelHandoff, fields: RegExp): ModelHandoff {
  const kept = Object.entries(values).filter(
    ([field, { value }]) => fields.test(field) && value !== null && value !== 'noneKnown' && !value.startsWith('approval:'),
  );
  return { ...draft, values: { ...draft.values, ...Object.fromEntries(kept.map(([field, { value }]) => [field, { value, version: 1 }])) } };
}

/** The draft an approval goes into: of a returned handoff the next attempt. */
const draftOf = ({ handoff, context }: Meeting): ModelHandoff => (handoff.state === 'RETURNED' ? revise(handoff, context) : handoff);

/** Who approved, unless it is the sender by now; null while nobody did. */
function approverOf(handoff: ModelHandoff): string | null {
  const approver = handoff.values['item:signed']?.value?.slice('approval:'.length) ?? null;
  return approver === senderOf(handoff) ? null : approver;
}

/** T13 without a change yet, and approvals (S-049). */
export const DRAFTING: Rows<'revise' | 'approve'> = {
  revise: { who: ['editor'], from: ['RETURNED'], to: ({ handoff, context }) => revise(handoff, context) },
  approve: {
    who: ['anyone'],
    from: ['DRAFT', 'RETURNED'],
    unless: {
      UNKNOWN_FIELD: ({ context }) => context.handoffType.items.every(({ kind }) => kind !== 'approval'),
      FORBIDDEN: (subject) => {
        const by = person(subject.context);
        const approver = approverOf(draftOf(subject));
        return by === null || by === senderOf(subject.handoff) || (!subject.command.approved && approver !== null && approver !== by);
      },
    },
    idle: (subject) => (approverOf(draftOf(subject)) !== null) === subject.command.approved,
    to: (subject) => {
      const draft = draftOf(subject);
      const value = subject.command.approved ? `approval:${person(subject.context) ?? ''}` : null;
      const signed = { value, version: (draft.values['item:signed']?.version ?? 0) + 1 };
      return { ...draft, values: { ...draft.values, 'item:signed': signed } };
    },
  },
};

/** The active handoff of a type; null where there is none. */
export function findActive({ live }: Model, typeId: string): ModelHandoff | null {
  return live.find((each) => each.typeId === typeId && ACTIVE.includes(each.state)) ?? null;
}

function open(
  model: Model,
  seen: ModelHandoff | null,
  changes: readonly DraftChange[],
  context: DecisionContext,
): { room: Model; draft: ModelHandoff; covered: readonly string[] } {
  if (seen !== null) return { room: model, draft: seen.state === 'RETURNED' ? revise(seen, context) : seen, covered: [] };
  const sender = changes.find(({ field }) => field === 'sender');
  const receiver = changes.find(({ field }) => field === 'receiver');
  const parties = {
    sender: (sender === undefined ? null : valueOf(sender)) ?? context.issue.assigneeId ?? '',
    receiver: receiver === undefined ? undefined : valueOf(receiver),
  };
  return { ...begin(model, context, parties), covered: ['sender', 'receiver'] };
}

/** Where all places are taken an accepted handoff closes early: a rated one first. */
export function begin(
  model: Model,
  { now, handoffType, defaultReceiver }: DecisionContext,
  parties: { readonly sender: string; readonly receiver: string | null | undefined },
): { room: Model; draft: ModelHandoff } {
  const accepted = model.live.filter(({ state }) => state === 'ACCEPTED');
  const leaving = model.live.length < LIVE_PLACES ? undefined : (accepted.find(({ rating }) => rating !== null) ?? accepted[0]);
  const { typeId } = handoffType;
  const n = (model.counts[typeId] ?? 0) + 1;
  const preselected = defaultReceiver === null ? null : receiverWord(defaultReceiver);
  const usual = handoffType.receiver.kind === 'senderChooses' && preselected !== `person:${parties.sender}` ? preselected : null;
  const receiver = parties.receiver === undefined ? usual : parties.receiver;
  const draft: ModelHandoff = {
    id: `10001-${typeId}-${String(n)}`,
    typeId,
    state: 'DRAFT',
    attempt: 1,
    values: {
      sender: { value: parties.sender, version: 1 },
      ...(receiver === null ? {} : { receiver: { value: receiver, version: 1 } }),
    },
    ...NOT_OFFERED,
    named: [],
    questions: [],
    acceptedBy: null,
    acceptedAt: '',
    relied: null,
    rating: null,
    ratedAt: '',
    notes: [],
    reworks: [],
    isWorkStarted: false,
    saysMovedIncomplete: false,
    refusedAt: '',
    beganAt: now,
    pass: null,
    changedAt: now,
  };
  const freed = leaving === undefined ? model : put(model, { ...leaving, state: 'CLOSED' });
  return { room: { ...freed, counts: { ...model.counts, [typeId]: n } }, draft };
}

/** Keeps the order of the live handoffs; a new one comes last. */
function byPlace({ live }: Model, saved: ModelHandoff): (one: ModelHandoff, other: ModelHandoff) => number {
  const place = ({ id }: ModelHandoff): number => {
    const index = live.findIndex((each) => each.id === id);
    return index === -1 && id === saved.id ? live.length : index;
  };
  return (one, other) => place(one) - place(other);
}

/** Who is asked as things stand: who was chosen, else whom the type's rule names. */
export function receiverOf(values: Values, { handoffType: { receiver } }: DecisionContext): string | null {
  const chosen = values['receiver']?.value ?? null;
  if (chosen !== null) return chosen;
  return receiver.kind === 'person' || receiver.kind === 'group' || receiver.kind === 'role' ? receiverWord(receiver) : null;
}

/** "I don't know yet" and "No attachments needed" are for types and items that say so. */
function isNotOffered(change: DraftChange, { handoffType }: DecisionContext): boolean {
  const answer = change.field === 'item' || change.field === 'section' ? change.value : null;
  if (answer === null || typeof answer === 'string') return false;
  return (
    (answer.kind === 'when' && change.field === 'item' && (change.id !== 'meeting' || (answer.endsAt ?? '~') <= answer.at)) ||
    (answer.kind === 'choice' && isNoChoice(answer.chosen.map(({ id }) => id))) ||
    (answer.kind === 'unknown' && handoffType.options?.unknownAllowed !== true) ||
    (answer.kind === 'noneNeeded' && change.field === 'item' && change.id !== 'files')
  );
}

function isNoChoice(ids: readonly string[]): boolean {
  return ids.includes('nope') || (ids.includes('none') && ids.length > 1);
}

function isUnknown(change: DraftChange, { handoffType }: DecisionContext): boolean {
  return (
    (change.field === 'item' && !handoffType.items.some(({ itemId }) => itemId === change.id)) ||
    (change.field === 'section' && !SECTIONS.includes(change.id))
  );
}

function fieldOf(change: DraftChange): string {
  return change.field === 'item' || change.field === 'section' ? `${change.field}:${change.id}` : change.field;
}

function valueOf(change: DraftChange): string | null {
  if (change.value === null) return null;
  if (change.field === 'item') return answerWord(change.value);
  if (change.field === 'receiver') return receiverWord(change.value);
  if (typeof change.value === 'object') return change.value.kind;
  return change.value === '' ? null : change.value;
}

/** An answer as one text; an empty one is none. */
export function answerWord(answer: ItemAnswer): string | null {
  switch (answer.kind) {
    case 'text':
      return answer.text === '' ? null : `text:${answer.text}`;
    case 'link':
      return answer.url === '' ? null : `link:${answer.url}`;
    case 'notApplicable':
      return `notApplicable:${answer.reason}`;
    case 'when':
      return `when ${answer.at} ${answer.endsAt ?? ''}`;
    case 'choice':
      return answer.chosen.length === 0
        ? null
        : `choice ${answer.chosen
            .map(({ id }) => id)
            .sort()
            .join(' ')}`;
    default:
      return answer.kind;
  }
}

/** A receiver as one word, for example `person:ana`. */
export function receiverWord(
  receiver: Receiver | Extract<DecisionContext['handoffType']['receiver'], { kind: 'person' | 'group' | 'role' }>,
): string {
  switch (receiver.kind) {
    case 'person':
      return `person:${receiver.accountId}`;
    case 'group':
      return `group:${receiver.groupId}`;
    case 'role':
      return `role:${receiver.roleId}`;
  }
}
