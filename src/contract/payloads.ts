import * as v from 'valibot';
import { MAX_CHANGES_PER_EDIT, MAX_CHOICES, MAX_LINE_LENGTH, MAX_TEXT_LENGTH } from './limits';
import { accountId, date, id, storable, version } from './payload-parts';

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH), storable);
const line = v.pipe(v.string(), v.maxLength(MAX_LINE_LENGTH), storable);

/** Names the attempt: the same id sent again has one effect. Made by the surface, once per press. */
const commandId = v.pipe(v.string(), v.minLength(8), v.maxLength(64), v.regex(/^[\w-]+$/u));
/** Only where the surface does not stand on a work item. Written in one way only, since it is part of keys. */
const issueId = v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/u)));

const receiver = v.variant('kind', [
  v.strictObject({ kind: v.literal('person'), accountId }),
  v.strictObject({ kind: v.literal('group'), groupId: id }),
  v.strictObject({ kind: v.literal('role'), roleId: id }),
]);

/** A link must be http or https: it is shown as a link to others. */
const url = v.pipe(v.string(), v.maxLength(2_000), v.url(), v.regex(/^https?:\/\//iu));

/** "I don't know yet"; whether the day exists is the domain's business. */
const unknown = v.strictObject({
  kind: v.literal('unknown'),
  ownerId: accountId,
  until: v.pipe(v.string(), v.maxLength(32)),
  note: line,
});

/** An instant; whether there is such a moment is the domain's business. */
const moment = v.pipe(v.string(), v.maxLength(24));

const itemAnswer = v.variant('kind', [
  v.strictObject({ kind: v.literal('tick') }),
  v.strictObject({ kind: v.literal('text'), text }),
  v.strictObject({ kind: v.literal('link'), url }),
  v.strictObject({ kind: v.literal('noneKnown') }),
  v.strictObject({ kind: v.literal('inDescription') }),
  v.strictObject({ kind: v.literal('notApplicable'), reason: line }),
  /** What the writer saw; what is stored is what Jira has. */
  v.strictObject({
    kind: v.literal('attached'),
    attachments: v.pipe(
      v.array(v.strictObject({ id, sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
      v.maxLength(1_000),
      v.readonly(),
    ),
  }),
  v.strictObject({ kind: v.literal('noneNeeded') }),
  /** Never taken in a save: an approval has a function of its own. */
  v.strictObject({ kind: v.literal('approval') }),
  v.strictObject({ kind: v.literal('when'), at: moment, endsAt: v.exactOptional(moment) }),
  /** What the writer saw; what is stored is what the item calls it. */
  v.strictObject({
    kind: v.literal('choice'),
    chosen: v.pipe(
      v.array(v.strictObject({ id, name: v.pipe(v.string(), v.maxLength(60), storable) })),
      v.maxLength(MAX_CHOICES),
      v.readonly(),
    ),
  }),
  unknown,
]);

const draftChange = v.variant('field', [
  v.strictObject({ field: v.literal('item'), id, value: v.nullable(itemAnswer), basedOn: version }),
  v.strictObject({ field: v.literal('section'), id, value: v.nullable(v.union([text, unknown])), basedOn: version }),
  v.strictObject({ field: v.literal('sender'), value: accountId, basedOn: version }),
  v.strictObject({ field: v.literal('receiver'), value: v.nullable(receiver), basedOn: version }),
  v.strictObject({ field: v.literal('risk'), value: v.nullable(v.literal('high')), basedOn: version }),
]);

export const issueTarget = v.optional(v.strictObject({ issueId }), {});
export const edit = v.strictObject({
  issueId,
  commandId,
  typeId: id,
  changes: v.pipe(v.array(draftChange), v.minLength(1), v.maxLength(MAX_CHANGES_PER_EDIT)),
});
export const onHandoff = v.strictObject({ issueId, commandId, handoffId: id });
export const handOff = v.strictObject({ issueId, commandId, handoffId: id, readinessOverride: v.exactOptional(line) });
export const handoffTarget = v.strictObject({ issueId, handoffId: id });
export const waiveTalk = v.strictObject({
  issueId,
  commandId,
  handoffId: id,
  instead: v.picklist(['video', 'note', 'accountable']),
  text,
});
const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440));
const openHours = v.strictObject({
  day: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  from: v.pipe(minuteOfDay, v.maxValue(1_439)),
  to: v.pipe(minuteOfDay, v.minValue(1)),
});
export const saveMyTime = v.strictObject({
  calendar: v.strictObject({
    zone: v.pipe(v.string(), v.maxLength(64), v.regex(/^[\w+/-]+$/u)),
    week: v.pipe(v.array(openHours), v.maxLength(21)),
    daysOff: v.pipe(v.array(date), v.maxLength(60)),
  }),
  awayUntil: v.nullable(date),
});
export const approve = v.strictObject({ issueId, commandId, handoffId: id, itemId: id, approved: v.boolean() });
export const ask = v.strictObject({ issueId, commandId, handoffId: id, text });
export const answer = v.strictObject({ issueId, commandId, handoffId: id, questionId: id, text });
export const onQuestion = v.strictObject({ issueId, commandId, handoffId: id, questionId: id });
const digest = v.pipe(v.string(), v.hexadecimal());
const saidOf = v.pipe(v.array(v.strictObject({ questionId: id, text: line })), v.maxLength(3));
export const readback = v.strictObject({ issueId, commandId, handoffId: id, digest, answers: saidOf });
export const hearback = v.strictObject({ issueId, commandId, handoffId: id, corrections: saidOf });
export const onPackage = v.strictObject({ issueId, commandId, handoffId: id, digest });
export const accept = v.strictObject({
  issueId,
  commandId,
  handoffId: id,
  digest,
  nextStep: v.nullable(line),
});
export const returnHandoff = v.strictObject({
  issueId,
  commandId,
  handoffId: id,
  reason: text,
  itemIds: v.pipe(v.array(id), v.maxLength(MAX_CHANGES_PER_EDIT)),
  sectionIds: v.pipe(v.array(id), v.maxLength(MAX_CHANGES_PER_EDIT)),
});
export const changeReceiver = v.strictObject({ issueId, commandId, handoffId: id, receiver });
export const changeSender = v.strictObject({ issueId, commandId, handoffId: id, sender: accountId, reason: line });
export const delegate = v.strictObject({ issueId, commandId, handoffId: id, to: accountId });
export const waive = v.strictObject({
  issueId,
  commandId,
  typeId: id,
  reason: line,
  kinds: v.pipe(v.array(v.picklist(['left', 'talk', 'readiness', 'readback'])), v.minLength(1), v.maxLength(4)),
});
export const hold = v.strictObject({
  issueId,
  commandId,
  handoffId: id,
  until: v.pipe(v.string(), v.maxLength(32)),
});
export const rate = v.strictObject({ issueId, commandId, handoffId: id, value: v.number(), comment: v.nullable(line) });
export const addNote = v.strictObject({ issueId, commandId, handoffId: id, text });
export const recordRework = v.strictObject({
  issueId,
  commandId,
  handoffId: id,
  text: v.nullable(text),
  itemIds: v.pipe(v.array(id), v.maxLength(MAX_CHANGES_PER_EDIT)),
  sectionIds: v.pipe(v.array(id), v.maxLength(MAX_CHANGES_PER_EDIT)),
});
export const withdraw = v.strictObject({ issueId, commandId, handoffId: id, reason: line });
export const round = v.strictObject({ issueId, handoffId: id, attempt: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)) });
export const findPeople = v.strictObject({ issueId, query: v.pipe(v.string(), v.maxLength(100)) });
