import * as v from 'valibot';
import { MAX_CHANGES_PER_EDIT, MAX_LINE_LENGTH, MAX_TEXT_LENGTH } from './limits';
import { accountId, id, storable, version } from './payload-parts';

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
  unknown,
]);

const draftChange = v.variant('field', [
  v.strictObject({ field: v.literal('item'), id, value: v.nullable(itemAnswer), basedOn: version }),
  v.strictObject({ field: v.literal('section'), id, value: v.nullable(v.union([text, unknown])), basedOn: version }),
  v.strictObject({ field: v.literal('sender'), value: accountId, basedOn: version }),
  v.strictObject({ field: v.literal('receiver'), value: v.nullable(receiver), basedOn: version }),
  v.strictObject({ field: v.literal('risk'), value: v.nullable(v.literal('high')), basedOn: version }),
]);

export const nothing = v.optional(v.record(v.string(), v.never()), {});
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
const date = v.pipe(v.string(), v.isoDate());
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
export const findAnyone = v.strictObject({ query: v.pipe(v.string(), v.maxLength(100)) });

const title = v.pipe(v.string(), storable, v.trim(), v.minLength(1), v.maxLength(60));
const hint = v.pipe(v.string(), v.maxLength(200), storable);
const route = v.strictObject({ fromStatusIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(20)), toStatusId: id });
/** Why something is asked. */
const reason = v.pipe(v.string(), storable, v.trim(), v.minLength(1), v.maxLength(200));
/** One item of a type. */
export const checklistItem = v.strictObject({
  itemId: id,
  title,
  hint,
  kind: v.picklist(['link', 'text', 'tick', 'field', 'attachment', 'approval']),
  required: v.boolean(),
  allowNoneKnown: v.boolean(),
  allowInDescription: v.boolean(),
  fieldId: v.nullable(id),
  approverId: v.exactOptional(v.nullable(accountId)),
  confirmsAll: v.exactOptional(v.literal(true)),
  appliesIf: v.exactOptional(
    v.strictObject({ fieldId: id, equals: v.pipe(v.string(), storable, v.trim(), v.minLength(1), v.maxLength(100)) }),
  ),
  answeredBy: v.exactOptional(v.literal('receiver')),
  owner: v.exactOptional(title),
  reason: v.exactOptional(reason),
  expiresOn: v.exactOptional(date),
});
const receiverRule = v.variant('kind', [
  v.strictObject({ kind: v.literal('senderChooses') }),
  v.strictObject({ kind: v.literal('person'), accountId }),
  v.strictObject({ kind: v.literal('group'), groupId: id, groupName: v.pipe(v.string(), v.maxLength(255)) }),
  v.strictObject({ kind: v.literal('role'), roleId: id, roleName: v.pipe(v.string(), v.maxLength(255)) }),
  v.strictObject({ kind: v.literal('userField'), fieldId: id, fieldName: v.pipe(v.string(), v.maxLength(255)) }),
]);

const hours = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(80));

/** What is switched on of a type beyond the main path; an absent entry is off. */
const typeOptions = v.strictObject({
  accountableId: v.exactOptional(v.nullable(accountId)),
  selfAllowed: v.exactOptional(v.boolean()),
  riskAsked: v.exactOptional(v.boolean()),
  verificationLevel: v.exactOptional(v.picklist([0, 1, 2, 3])),
  talk: v.exactOptional(v.picklist(['off', 'hint', 'required'])),
  due: v.exactOptional(
    v.nullable(
      v.variant('kind', [
        v.strictObject({ kind: v.literal('nextWorkingDay') }),
        v.strictObject({ kind: v.literal('workingHours'), hours }),
      ]),
    ),
  ),
  overdueReminds: v.exactOptional(v.boolean()),
  overdueEscalates: v.exactOptional(v.boolean()),
  readiness: v.exactOptional(v.picklist(['off', 'shown', 'blocks'])),
  holdAllowed: v.exactOptional(v.boolean()),
  supportHours: v.exactOptional(v.nullable(hours)),
  unknownAllowed: v.exactOptional(v.boolean()),
  carriesOver: v.exactOptional(v.boolean()),
  waiversAllowed: v.exactOptional(v.boolean()),
  readbackPrompt: v.exactOptional(v.pipe(v.string(), storable, v.trim(), v.maxLength(120))),
});

/** The editable part of a handoff type. */
export const typeDraft = v.strictObject({
  name: title,
  team: v.pipe(v.string(), storable, v.trim(), v.minLength(1), v.maxLength(30)),
  route,
  opensAt: v.picklist(['offer', 'acceptance']),
  workItemTypeIds: v.pipe(v.array(id), v.maxLength(50)),
  items: v.pipe(v.array(checklistItem), v.minLength(1), v.maxLength(50)),
  notePrompts: v.pipe(v.array(v.strictObject({ sectionId: id, title, hint, required: v.boolean() })), v.maxLength(10)),
  receiver: receiverRule,
  nextStepRequired: v.boolean(),
  acceptAssigns: v.boolean(),
  // A list has none of the names, so it would pass for options of which none is on.
  options: v.exactOptional(
    v.pipe(
      v.unknown(),
      v.check((given) => !Array.isArray(given)),
      typeOptions,
    ),
  ),
  starterId: v.exactOptional(id),
  overLengthReason: v.exactOptional(reason),
});
export const turnOn = v.strictObject({ rev: version, route: v.nullable(route) });
export const withRev = v.strictObject({ rev: version });
/** What changed in a type; whether it may be empty is the domain's business. */
export const shortNote = v.pipe(v.string(), storable, v.trim(), v.maxLength(200));
export const saveType = v.strictObject({
  rev: version,
  typeId: v.nullable(id),
  draft: typeDraft,
  note: v.exactOptional(shortNote),
  /** The kept draft that is published and no longer kept: its document's version. */
  fromDraft: v.exactOptional(version),
});
export const ofType = v.strictObject({ typeId: id });
export const switchType = v.strictObject({
  rev: version,
  typeId: id,
  active: v.optional(v.boolean()),
  gatePaused: v.optional(v.boolean()),
});
export const testRun = v.strictObject({
  issueKey: v.pipe(v.string(), v.trim(), v.maxLength(64), v.regex(/^[a-z][a-z0-9_]*-\d{1,10}$/iu), v.toUpperCase()),
  workflow: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  transitionId: id,
});
/** Another project, by its key. */
export const ofProject = v.strictObject({
  projectKey: v.pipe(v.string(), v.trim(), v.maxLength(64), v.regex(/^[a-z][a-z0-9_]*$/iu), v.toUpperCase()),
});
export const explainRule = v.strictObject({ fromStatusId: v.nullable(id), toStatusId: v.nullable(id) });
export const pinPanel = v.strictObject({ projectIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(1_000)), pinned: v.boolean() });
export const switchRules = v.strictObject({ enabled: v.boolean() });

/** Configuration of a workflow rule, stored by Jira with the rule. */
export const ruleConfiguration = v.strictObject({
  schema: v.literal(1),
  requires: v.picklist(['prepared', 'accepted']),
  mode: v.picklist(['enforce', 'observe']),
  onFault: v.picklist(['block', 'allow']),
});
