import * as v from 'valibot';
import { MAX_CHANGES_PER_EDIT, MAX_LINE_LENGTH, MAX_TEXT_LENGTH } from './limits';
import { accountId, date, id, storable } from './payload-parts';

export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH), storable);
export const line = v.pipe(v.string(), v.maxLength(MAX_LINE_LENGTH), storable);

/** Names the attempt: the same id sent again has one effect. Made by the surface, once per press. */
export const commandId = v.pipe(v.string(), v.minLength(8), v.maxLength(64), v.regex(/^[\w-]+$/u));
/** Only where the surface does not stand on a work item. Written in one way only, since it is part of keys. */
export const issueId = v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/u)));

export const receiver = v.variant('kind', [
  v.strictObject({ kind: v.literal('person'), accountId }),
  v.strictObject({ kind: v.literal('group'), groupId: id }),
  v.strictObject({ kind: v.literal('role'), roleId: id }),
]);

export const issueTarget = v.optional(v.strictObject({ issueId }), {});
export const onHandoff = v.strictObject({ issueId, commandId, handoffId: id });
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
export const delegate = v.strictObject({ issueId, commandId, handoffId: id, to: accountId });
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
