import * as v from 'valibot';
import { accountId, id, storable, version } from './payload-parts';
import { shortNote, typeDraft } from './settings-payloads';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255), storable);
/** Something with no account: a document, a system, a customer. */
export const otherEntry = v.strictObject({
  kind: v.literal('other'),
  name: v.pipe(v.string(), storable, v.trim(), v.minLength(1), v.maxLength(60)),
});

const raciEntry = v.variant('kind', [
  v.strictObject({ kind: v.literal('person'), accountId }),
  v.strictObject({ kind: v.literal('role'), roleId: id, roleName: name }),
  v.strictObject({ kind: v.literal('group'), groupId: id, groupName: name }),
  v.strictObject({ kind: v.literal('userField'), fieldId: id, fieldName: name }),
  otherEntry,
]);
const raciCell = v.pipe(v.array(raciEntry), v.maxLength(10), v.readonly());
const lines = v.pipe(v.array(v.pipe(v.string(), v.maxLength(120), storable)), v.maxLength(20), v.readonly());

/** What a person writes about a type; the review is a fact and no text. */
export const writtenGuide = v.strictObject({
  championId: v.nullable(accountId),
  whenUsed: v.pipe(v.string(), v.maxLength(1_000), storable),
  flow: v.strictObject({ inputs: lines, process: lines, outputs: lines }),
  raciR: v.nullable(
    v.strictObject({
      responsible: raciCell,
      accountable: raciCell,
      consulted: raciCell,
      informed: raciCell,
      receiver: raciCell,
    }),
  ),
  agenda: lines,
  pitfalls: lines,
  example: v.pipe(v.string(), v.maxLength(3_000), storable),
});

/** Optional line on what changed and why. */
const changeNote = v.nullable(v.pipe(v.string(), storable, v.trim(), v.minLength(1), v.maxLength(500)));

export const guideTarget = v.strictObject({ typeId: id });
export const saveGuide = v.strictObject({ typeId: id, version, guide: writtenGuide, note: changeNote });
export const reviewGuide = v.strictObject({ typeId: id, version });

/** A page of the site stands in no project, so the caller names one; who may see it is asked of Jira. */
const projectKey = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{1,254}$/u));

/** Null: every project. */
export const playbookIndex = v.strictObject({ projectKey: v.nullable(projectKey) });
export const playbookPage = v.strictObject({ projectKey, typeId: id });
export const playbookReview = v.strictObject({ projectKey, typeId: id, version });

/** Whoever suggests a change says why, and changes what is asked for; the rest of the type is the admins'. */
export const playbookSaveDraft = v.strictObject({
  projectKey,
  typeId: id,
  version,
  /** The published version the checklist was begun on, through the draft where one waited. */
  basedOn: version,
  items: typeDraft.entries.items,
  note: v.pipe(shortNote, v.minLength(1)),
});
