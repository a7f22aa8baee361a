import type { AuditEvidence } from './evidence';
import { QUESTION_IDS, type QuestionId } from './question';

/** What a proposal rests on; the surface has a sentence for each. */
export type FactCode =
  | 'sides.raciR'
  | 'sides.raciRIncomplete'
  | 'sides.receiverRule'
  | 'sides.senderChooses'
  | 'checklist.counts'
  | 'checklist.inactive'
  | 'talk.off'
  | 'talk.ruleOnly'
  | 'talk.share'
  | 'acknowledged.none'
  | 'acknowledged.level'
  | 'recorded.installed'
  | 'recorded.paused'
  | 'recorded.inactive'
  | 'recorded.notInstalled'
  | 'recorded.unknown'
  | 'feedback.noneYet'
  | 'feedback.rate'
  | 'playbook.complete'
  | 'playbook.unwritten'
  | 'training.notKnown'
  | 'champion.set'
  | 'champion.vacant'
  | 'onePlace.noQuestions'
  | 'onePlace.share';

/** Numbers of a fact; `count` is how many things it is about (n), `part` how many of them. */
export interface FactNumbers {
  readonly count?: number;
  readonly part?: number;
}

/** What the evidence says to one question. Only a proposal: nothing is answered until a person says so. */
export interface Proposal extends FactNumbers {
  readonly questionId: QuestionId;
  readonly says: 'yes' | 'no' | 'unknown';
  readonly fact: FactCode;
}

type Said = Omit<Proposal, 'questionId'>;

/** Shares below this, in percent, speak for a "no": talks held where they were due, and questions answered in the work item. */
const ENOUGH_PERCENT = 90;

/** A proposal for each question, in their order. */
export function prefill(evidence: AuditEvidence): readonly Proposal[] {
  return QUESTION_IDS.map((questionId) => ({ questionId, ...RULES[questionId](evidence) }));
}

const RULES: Readonly<Record<QuestionId, (evidence: AuditEvidence) => Said>> = {
  sides: ({ sides }) => ({ says: yesIf(sides === 'raciR' || sides === 'receiverRule'), fact: `sides.${sides}` }),
  checklist: ({ isActive, informationItems, stepItems }) =>
    isActive
      ? { says: yesIf(informationItems > 0 && stepItems > 0), fact: 'checklist.counts', count: informationItems, part: stepItems }
      : { says: 'no', fact: 'checklist.inactive' },
  talk: ({ talkRule, talksAdvised, talksHeld }) => {
    if (talkRule === 'off') return { says: 'no', fact: 'talk.off' };
    if (talksAdvised === 0) return { says: 'yes', fact: 'talk.ruleOnly' };
    return { says: yesIf(isEnough(talksHeld, talksAdvised)), fact: 'talk.share', count: talksAdvised, part: talksHeld };
  },
  acknowledged: ({ verificationLevel }) =>
    verificationLevel === 0
      ? { says: 'no', fact: 'acknowledged.none' }
      : { says: 'yes', fact: 'acknowledged.level', part: verificationLevel },
  recorded: ({ isActive, ruleInstalled, gatePaused, handoffs, passedBy }) => {
    if (!isActive) return { says: 'no', fact: 'recorded.inactive' };
    if (ruleInstalled === 'unknown') return { says: 'unknown', fact: 'recorded.unknown' };
    if (ruleInstalled !== 'yes') return { says: 'no', fact: 'recorded.notInstalled' };
    if (gatePaused) return { says: 'no', fact: 'recorded.paused' };
    return { says: 'yes', fact: 'recorded.installed', count: handoffs, part: passedBy };
  },
  // Whoever accepts is always asked to rate: there is no switch that could be off.
  feedback: ({ accepted, rated }) =>
    accepted === 0 ? { says: 'yes', fact: 'feedback.noneYet' } : { says: 'yes', fact: 'feedback.rate', count: accepted, part: rated },
  playbook: ({ unwrittenParts }) =>
    unwrittenParts === 0 ? { says: 'yes', fact: 'playbook.complete' } : { says: 'no', fact: 'playbook.unwritten', count: unwrittenParts },
  training: () => ({ says: 'unknown', fact: 'training.notKnown' }),
  champion: ({ hasChampion }) => (hasChampion ? { says: 'yes', fact: 'champion.set' } : { says: 'no', fact: 'champion.vacant' }),
  onePlace: ({ questionsAsked, questionsAnswered }) =>
    questionsAsked === 0
      ? { says: 'unknown', fact: 'onePlace.noQuestions' }
      : {
          says: yesIf(isEnough(questionsAnswered, questionsAsked)),
          fact: 'onePlace.share',
          count: questionsAsked,
          part: questionsAnswered,
        },
};

function yesIf(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no';
}

function isEnough(part: number, count: number): boolean {
  return part * 100 >= count * ENOUGH_PERCENT;
}
