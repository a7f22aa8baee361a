import * as v from 'valibot';
import { MAX_CHOICES } from './limits';
import { accountId, date, id, storable, version } from './payload-parts';

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
  kind: v.picklist(['link', 'text', 'tick', 'field', 'attachment', 'approval', 'when', 'choice']),
  required: v.boolean(),
  allowNoneKnown: v.boolean(),
  allowInDescription: v.boolean(),
  fieldId: v.nullable(id),
  approverId: v.exactOptional(v.nullable(accountId)),
  confirmsAll: v.exactOptional(v.literal(true)),
  readBack: v.exactOptional(v.literal(true)),
  window: v.exactOptional(v.literal(true)),
  mustBeAhead: v.exactOptional(v.literal(true)),
  choices: v.exactOptional(
    v.pipe(v.array(v.strictObject({ id, name: title, none: v.exactOptional(v.literal(true)) })), v.maxLength(MAX_CHOICES), v.readonly()),
  ),
  several: v.exactOptional(v.literal(true)),
  appliesIf: v.exactOptional(
    v.strictObject({ fieldId: id, equals: v.pipe(v.string(), storable, v.trim(), v.minLength(1), v.maxLength(100)) }),
  ),
  answeredBy: v.exactOptional(v.literal('receiver')),
  owner: v.exactOptional(title),
  reason: v.exactOptional(reason),
  expiresOn: v.exactOptional(date),
});
const group = { groupId: id, groupName: v.pipe(v.string(), v.maxLength(255)) };
const receiverRule = v.variant('kind', [
  v.strictObject({ kind: v.literal('senderChooses') }),
  v.strictObject({ kind: v.literal('person'), accountId }),
  v.strictObject({ kind: v.literal('group'), ...group }),
  v.strictObject({ kind: v.literal('role'), roleId: id, roleName: v.pipe(v.string(), v.maxLength(255)) }),
  v.strictObject({ kind: v.literal('userField'), fieldId: id, fieldName: v.pipe(v.string(), v.maxLength(255)) }),
]);

const hours = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(80));

/** What is switched on of a type beyond the main path; an absent entry is off. */
export const typeOptions = v.strictObject({
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
  waiverGroup: v.exactOptional(v.nullable(v.strictObject(group))),
  readbackPrompt: v.exactOptional(v.pipe(v.string(), storable, v.trim(), v.maxLength(120))),
  workStatusIds: v.exactOptional(v.pipe(v.array(id), v.maxLength(10))),
  review: v.exactOptional(v.picklist(['off', 'on', 'monthly'])),
  spotChecks: v.exactOptional(v.boolean()),
});

/** A list has none of the names, so it would pass for options of which none is on. */
export const noList = v.pipe(
  v.unknown(),
  v.check((given) => !Array.isArray(given)),
);

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
  options: v.exactOptional(v.pipe(noList, typeOptions)),
  starterId: v.exactOptional(id),
  overLengthReason: v.exactOptional(reason),
});
export const findAnyone = v.strictObject({ query: v.pipe(v.string(), v.maxLength(100)) });
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
/** Groups a file names, by id or name: at most 100 at once. */
export const recogniseGroups = v.strictObject({
  groups: v.pipe(
    v.array(v.strictObject({ name: v.pipe(v.string(), v.maxLength(255)), id: v.exactOptional(id) })),
    v.minLength(1),
    v.maxLength(100),
  ),
});
export const explainRule = v.strictObject({ fromStatusId: v.nullable(id), toStatusId: v.nullable(id) });
export const pinPanel = v.strictObject({ projectIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(1_000)), pinned: v.boolean() });
export const switchRules = v.strictObject({ enabled: v.boolean() });
