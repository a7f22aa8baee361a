import type { AuditView } from '../../../src/contract/audit';
import { takeAnswers, type ActionItem, type Answer, type ItemEdit } from '../../../src/domain/ten-questions/audit-run';
import { QUESTION_IDS, type QuestionId } from '../../../src/domain/ten-questions/question';

/** Answers as they stand on screen, and the stored audit they were begun on. */
export interface AuditDraft {
  readonly base: AuditView;
  readonly answers: readonly Answer[];
  readonly edits: readonly ItemEdit[];
}

/** What is stored, unchanged. */
export function draftOf(view: AuditView): AuditDraft {
  const { answers, items } = view.current ?? { answers: [], items: [] };
  return { base: view, answers, edits: items.filter(({ edited }) => edited).map(toEdit) };
}

/** Answers one question. */
export function answer(draft: AuditDraft, questionId: QuestionId, says: Answer['says']): AuditDraft {
  return { ...draft, answers: [...without(draft.answers, questionId), { questionId, says }] };
}

/** Changes one action item, which from then on is somebody's own. */
export function editItem(draft: AuditDraft, item: ActionItem, change: Partial<Omit<ItemEdit, 'questionId'>>): AuditDraft {
  return { ...draft, edits: [...without(draft.edits, item.questionId), { ...toEdit(item), ...change }] };
}

/** Takes an edited item away; under a "no" the proposed one stands again. */
export function dropEdit(draft: AuditDraft, questionId: QuestionId): AuditDraft {
  return { ...draft, edits: without(draft.edits, questionId) };
}

/** The action items these answers make, by the rule the server has too. */
export function itemsOf({ base, answers, edits }: AuditDraft): readonly ActionItem[] {
  return takeAnswers(base.current ?? { begunAt: '', answers: [], items: [] }, answers, edits, base.defaults).items;
}

/** Whether something on screen is not stored. */
export function isDirty(draft: AuditDraft): boolean {
  return differencesOf(draft, draft.base).length > 0;
}

/** Questions that are answered, or whose item is edited, otherwise than in another state of the audit; in their order. */
export function differencesOf(draft: AuditDraft, view: AuditView): readonly QuestionId[] {
  const other = draftOf(view);
  return QUESTION_IDS.filter((questionId) => said(draft, questionId) !== said(other, questionId));
}

/** What a question was answered; undefined: nothing yet. */
export function saysOf({ answers }: Pick<AuditDraft, 'answers'>, questionId: QuestionId): Answer['says'] | undefined {
  return answers.find((each) => each.questionId === questionId)?.says;
}

function said(draft: AuditDraft, questionId: QuestionId): string {
  const edit = draft.edits.find((each) => each.questionId === questionId);
  return JSON.stringify([saysOf(draft, questionId), edit?.ownerId, edit?.dueOn, edit?.note]);
}

function toEdit({ questionId, ownerId, dueOn, note }: ActionItem): ItemEdit {
  return { questionId, ownerId, dueOn, note };
}

function without<Each extends { readonly questionId: QuestionId }>(list: readonly Each[], questionId: QuestionId): readonly Each[] {
  return list.filter((each) => each.questionId !== questionId);
}
