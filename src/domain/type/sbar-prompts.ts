import type { NotePrompt } from './handoff-type';

/**
 * Situation, background, assessment, recommendation: what every starter asks for, the first and the last required. Apart from the other
 * ready-made notes, which the backend does not need.
 */
export const SBAR_PROMPTS: readonly NotePrompt[] = [
  {
    sectionId: 'situation',
    title: 'Situation',
    hint: 'What was built or changed, and how far it is. Two sentences are enough.',
    required: true,
  },
  {
    sectionId: 'background',
    title: 'Background',
    hint: 'Why it was done this way: decisions, dependencies, what was tried before.',
    required: false,
  },
  {
    sectionId: 'assessment',
    title: 'Assessment',
    hint: 'How sure you are of it, and what worries you most.',
    required: false,
  },
  {
    sectionId: 'recommendation',
    title: 'Recommendation',
    hint: 'What to look at first, and what can wait.',
    required: true,
  },
];
