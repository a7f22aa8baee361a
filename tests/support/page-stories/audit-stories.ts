import type { AuditView } from '../../../src/contract/audit';
import { addDays } from '../../../src/domain/calendar/calendar-day';
import {
  finishRun,
  markItem,
  NO_AUDITS,
  saveAnswers,
  type AuditAnswers,
  type AuditContent,
} from '../../../src/domain/ten-questions/audit-content';
import { gatherEvidence } from '../../../src/domain/ten-questions/evidence';
import { prefill } from '../../../src/domain/ten-questions/prefill';
import { QUESTION_IDS, type QuestionId } from '../../../src/domain/ten-questions/question';
import { EMPTY_GUIDE } from '../../../src/domain/type/guide';
import { storyPeople } from './project-stories';
import { storySettings, storyType } from './settings-stories';
import { StoryRefusal, type Story } from './story-page';

const TODAY = '2026-05-20';
const defaults = { ownerId: 'u-tom', dueOn: '2026-06-03' };

const evidence = gatherEvidence({
  type: { ...storyType, options: { talk: 'hint', verificationLevel: 2 } },
  switches: { active: true, gatePaused: false },
  guide: EMPTY_GUIDE,
  unwrittenParts: 4,
  ruleInstalled: 'yes',
  digests: [],
});
const proposals = prefill({
  ...evidence,
  handoffs: 31,
  passedBy: 2,
  accepted: 28,
  rated: 19,
  talksAdvised: 9,
  talksHeld: 7,
  questionsAsked: 14,
  questionsAnswered: 13,
});

const answers = (noIds: readonly QuestionId[], count = 10): AuditAnswers['answers'] =>
  QUESTION_IDS.slice(0, count).map((questionId) => ({ questionId, says: noIds.includes(questionId) ? 'no' : 'yes' }));

/** An audit that was begun: seven answered, one item somebody changed. */
const begun = saveAnswers(
  NO_AUDITS,
  {
    answers: answers(['sides', 'talk', 'playbook'], 7),
    edits: [{ questionId: 'playbook', ownerId: 'u-maya', dueOn: '2026-06-12', note: 'The worked example first' }],
  },
  { now: '2026-05-19T09:00:00.000Z', defaults },
);

function finished(noIds: readonly QuestionId[], day: string, before: AuditContent = NO_AUDITS): AuditContent {
  const now = `${day}T09:00:00.000Z`;
  const said = saveAnswers(before, { answers: answers(noIds), edits: [] }, { now, defaults: { ...defaults, dueOn: addDays(day, 14) } });
  return finishRun(said, 'u-me', { now, typeVersion: 1, proposals }) ?? said;
}

function audit({ current, runs }: AuditContent, version: number): AuditView {
  return {
    typeId: 'dev-to-qa',
    version,
    today: TODAY,
    months: { from: '2026-03', to: '2026-05' },
    proposals,
    defaults,
    current,
    savedBy: version === 0 ? null : 'u-me',
    savedAt: version === 0 ? null : `${TODAY}T08:00:00.000Z`,
    runs,
    people: storyPeople,
  };
}

/** The audit section on a backend that keeps the rules. */
function story(content: AuditContent, own: Story['answers'] = {}): Story {
  let stored = content;
  let version = content === NO_AUDITS ? 0 : 3;
  const view = storySettings();
  return {
    surface: 'settings',
    extension: { location: 'https://site.example/settings?section=audit' },
    answers: {
      'settings.get': view,
      'settings.findPeople': { people: Object.values(storyPeople), groups: [] },
      'settings.audit': () => audit(stored, version),
      'settings.saveAudit': (given) => {
        stored = saveAnswers(stored, given, { now: `${TODAY}T08:00:00.000Z`, defaults });
        return audit(stored, (version += 1));
      },
      'settings.completeAudit': () => {
        stored = finishRun(stored, 'u-me', { now: `${TODAY}T08:00:00.000Z`, typeVersion: 1, proposals }) ?? stored;
        return audit(stored, (version += 1));
      },
      'settings.closeAuditItem': ({ finishedAt, questionId, done }) => {
        stored = markItem(stored, { finishedAt, questionId }, done ? { by: 'u-me', at: `${TODAY}T08:00:00.000Z` } : null);
        return audit(stored, (version += 1));
      },
      ...own,
    },
  };
}

const answerNo: NonNullable<Story['act']> = async (page) => {
  const question = page.getByRole('group', { name: 'Do the two sides talk when a handoff is complex?' });
  await question.getByRole('radio', { name: 'Yes' }).check();
  await page.getByRole('button', { name: 'Save and go on later' }).click();
};

function conflict(): Story {
  let reads = 0;
  return {
    ...story(begun, {
      'settings.audit': () =>
        audit(reads++ === 0 ? begun : saveAnswers(begun, { answers: answers([], 8), edits: [] }, { now: TODAY, defaults }), 3),
      'settings.saveAudit': () => {
        throw new StoryRefusal('CONFIG_CONFLICT');
      },
    }),
    act: async (page) => {
      await answerNo(page);
      await page.getByRole('button', { name: 'Use theirs' }).waitFor();
    },
  };
}

/** States of the audit of a handoff. */
export const auditStories: Readonly<Record<string, () => Story>> = {
  'audit-begun': () => story(begun),
  'audit-finished': () => ({
    ...story(finished(['sides', 'checklist', 'training', 'champion'], '2026-02-28', finished(['champion'], '2025-11-30'))),
    act: async (page) => {
      await page.getByRole('button', { name: 'Mark done: Name a champion for this handoff.' }).click();
      await page.getByRole('button', { name: 'Not done yet: Name a champion for this handoff.' }).waitFor();
    },
  }),
  'audit-conflict': conflict,
  'audit-fault': () =>
    story(NO_AUDITS, {
      'settings.audit': () => {
        throw new StoryRefusal('STORAGE_BUSY');
      },
    }),
};
