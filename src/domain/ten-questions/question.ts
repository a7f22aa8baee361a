/** A question of the audit of a handoff type; its words are texts of the surface. */
export type QuestionId =
  'sides' | 'checklist' | 'talk' | 'acknowledged' | 'recorded' | 'feedback' | 'playbook' | 'training' | 'champion' | 'onePlace';

/** How much work it is to turn a "no" into a "yes": 1 a setting, 2 some writing or somebody else's help, 3 other habits. */
export type Effort = 1 | 2 | 3;

interface Question {
  readonly questionId: QuestionId;
  readonly effort: Effort;
}

/** The ten questions in the order people answer them (S-147 to S-156). */
const QUESTIONS: readonly Question[] = [
  { questionId: 'sides', effort: 1 },
  { questionId: 'checklist', effort: 2 },
  { questionId: 'talk', effort: 1 },
  { questionId: 'acknowledged', effort: 1 },
  { questionId: 'recorded', effort: 2 },
  { questionId: 'feedback', effort: 1 },
  { questionId: 'playbook', effort: 2 },
  { questionId: 'training', effort: 3 },
  { questionId: 'champion', effort: 1 },
  { questionId: 'onePlace', effort: 3 },
];

/** Question ids in their order. */
export const QUESTION_IDS: readonly QuestionId[] = QUESTIONS.map(({ questionId }) => questionId);

/** Effort of each question. */
export const EFFORT_OF: Readonly<Record<QuestionId, Effort>> = Object.fromEntries(
  QUESTIONS.map(({ questionId, effort }) => [questionId, effort]),
) as Record<QuestionId, Effort>;
