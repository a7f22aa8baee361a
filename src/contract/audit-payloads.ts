import * as v from 'valibot';
import type { QuestionId } from '../domain/ten-questions/question';
import { day } from './day-payload';
import { MAX_ITEM_NOTE_LENGTH } from './limits';
import { accountId, id, instant, storable, version } from './payload-parts';

const QUESTIONS: Readonly<Record<QuestionId, QuestionId>> = {
  sides: 'sides',
  checklist: 'checklist',
  talk: 'talk',
  acknowledged: 'acknowledged',
  recorded: 'recorded',
  feedback: 'feedback',
  playbook: 'playbook',
  training: 'training',
  champion: 'champion',
  onePlace: 'onePlace',
};
const MAX_ANSWERS = Object.keys(QUESTIONS).length;

const questionId = v.enum(QUESTIONS);
const answers = v.pipe(v.array(v.strictObject({ questionId, says: v.picklist(['yes', 'no']) })), v.maxLength(MAX_ANSWERS));
/** Only what a person may say about an item: whether it is needed, and in which order it stands, follows from the answers. */
const edits = v.pipe(
  v.array(
    v.strictObject({
      questionId,
      ownerId: accountId,
      dueOn: day,
      note: v.pipe(v.string(), v.maxLength(MAX_ITEM_NOTE_LENGTH), storable, v.trim()),
    }),
  ),
  v.maxLength(MAX_ANSWERS),
);

export const auditTarget = v.strictObject({ typeId: id });
export const saveAudit = v.strictObject({ typeId: id, version, answers, edits });
export const completeAudit = v.strictObject({ typeId: id, version });
/** An action item by the moment its audit was finished, which names the audit, and its question. */
export const closeAuditItem = v.strictObject({
  typeId: id,
  finishedAt: instant,
  questionId,
  done: v.boolean(),
});
