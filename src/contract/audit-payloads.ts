import * as v from 'valibot';
import { isCalendarDay } from '../domain/handoff/instant';
import { QUESTION_IDS } from '../domain/ten-questions/question';
import { MAX_ITEM_NOTE_LENGTH } from './limits';
import { accountId, id, storable, version } from './payload-parts';

const questionId = v.picklist(QUESTION_IDS);
const answers = v.pipe(v.array(v.strictObject({ questionId, says: v.picklist(['yes', 'no']) })), v.maxLength(QUESTION_IDS.length));
/** Only what a person may say about an item: whether it is needed, and in which order it stands, follows from the answers. */
const edits = v.pipe(
  v.array(
    v.strictObject({
      questionId,
      ownerId: accountId,
      dueOn: v.pipe(v.string(), v.check(isCalendarDay)),
      note: v.pipe(v.string(), v.maxLength(MAX_ITEM_NOTE_LENGTH), storable, v.trim()),
    }),
  ),
  v.maxLength(QUESTION_IDS.length),
);

export const auditTarget = v.strictObject({ typeId: id });
export const saveAudit = v.strictObject({ typeId: id, version, answers, edits });
export const completeAudit = v.strictObject({ typeId: id, version });
