import * as v from 'valibot';
import { MAX_CHANGES_PER_EDIT, MAX_CHOICES } from './limits';
import { accountId, id, storable, version } from './payload-parts';
import { commandId, issueId, line, receiver, text } from './payloads';

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

export const edit = v.strictObject({
  issueId,
  commandId,
  typeId: id,
  changes: v.pipe(v.array(draftChange), v.minLength(1), v.maxLength(MAX_CHANGES_PER_EDIT)),
});
export const handOff = v.strictObject({ issueId, commandId, handoffId: id, readinessOverride: v.exactOptional(line) });
export const approve = v.strictObject({ issueId, commandId, handoffId: id, itemId: id, approved: v.boolean() });
export const changeSender = v.strictObject({ issueId, commandId, handoffId: id, sender: accountId, reason: line });
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
