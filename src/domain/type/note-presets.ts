import type { NotePrompt } from './handoff-type';

/** Names of the ready-made notes. */
export type NotePresetId = 'sbar' | 'fiveWs' | 'iPass';

/**
 * A ready-made note (S-038, S-040, S-045, S-046): what its parts ask, in words of our own. Two parts are required at first, as in every
 * starter; which are is the admin's choice from then on.
 */
export interface NotePreset {
  readonly presetId: NotePresetId;
  /** How people know it; a proper name, the same in every language. */
  readonly name: string;
  readonly prompts: readonly NotePrompt[];
}

const part = (sectionId: string, title: string, hint: string, required = false): NotePrompt => ({ sectionId, title, hint, required });

/** Situation, background, assessment, recommendation: what every starter asks for. */
export const SBAR: NotePreset = {
  presetId: 'sbar',
  name: 'SBAR',
  prompts: [
    part('situation', 'Situation', 'What was built or changed, and how far it is. Two sentences are enough.', true),
    part('background', 'Background', 'Why it was done this way: decisions, dependencies, what was tried before.'),
    part('assessment', 'Assessment', 'How sure you are of it, and what worries you most.'),
    part('recommendation', 'Recommendation', 'What to look at first, and what can wait.', true),
  ],
};

/** The five Ws (S-038): who, what, when, where, why. */
const FIVE_WS: NotePreset = {
  presetId: 'fiveWs',
  name: 'Five Ws',
  prompts: [
    part('who', 'Who', 'Who takes it on, who knows most about it, and whom to ask when stuck.'),
    part('what', 'What', 'What exactly changes hands: the work, its data, and the limits it must keep.', true),
    part('when', 'When', 'By when it is needed, or what has to happen first.'),
    part('where', 'Where', 'Where it is found and where it goes on: tool, place or meeting.'),
    part('why', 'Why', 'What it is good for, and for whom.', true),
  ],
};

/** I-PASS as it fits work items: urgency, summary, actions, what may go wrong, and the receiver's own words. */
const I_PASS: NotePreset = {
  presetId: 'iPass',
  name: 'I-PASS',
  prompts: [
    part('urgency', 'How urgent', 'How bad it is if this waits until tomorrow, and how bad if it waits a week.'),
    part('summary', 'Summary', 'What led here, where it stands, and what is planned.', true),
    part('actions', 'To do', 'What is still to be done, by whom and until when: one line each.', true),
    part('contingency', 'What may go wrong', 'What could happen next, and what to do then.'),
    part('synthesis', 'To be said back', 'What the receiver should be able to say in their own words before they go on.'),
  ],
};

/** Every ready-made note, in the order people see. */
export const NOTE_PRESETS: readonly NotePreset[] = [SBAR, FIVE_WS, I_PASS];

/** Which ready-made note these parts are, whatever they are called now; null when the admin made a list of their own (S-046). */
export function presetOf(prompts: readonly NotePrompt[]): NotePresetId | null {
  const ids = prompts.map(({ sectionId }) => sectionId);
  const found = NOTE_PRESETS.find(
    (preset) => preset.prompts.length === ids.length && preset.prompts.every(({ sectionId }) => ids.includes(sectionId)),
  );
  return found?.presetId ?? null;
}

/** The parts of a ready-made note; a part that is there already keeps the admin's words and whether it is required. */
export function withPreset(prompts: readonly NotePrompt[], presetId: NotePresetId): readonly NotePrompt[] {
  const preset = NOTE_PRESETS.find((each) => each.presetId === presetId);
  if (preset === undefined) return prompts;
  return preset.prompts.map((asked) => prompts.find(({ sectionId }) => sectionId === asked.sectionId) ?? asked);
}
