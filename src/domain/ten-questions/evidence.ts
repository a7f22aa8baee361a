import { isFormer } from '../audit/former-person';
import type { HandoffRow } from '../handoff/handoff-row';
import type { Guide, RaciEntry } from '../type/guide';
import type { HandoffType, TypeSwitches } from '../type/handoff-type';
import { optionsOf } from '../type/type-options';

/** What Baton knows of a handoff type when its ten questions are asked; every number is over the handoffs of the months looked at. */
export interface AuditEvidence {
  /** Who hands over and who receives: both in the responsibility row, one of them missing there, the type's receiver, or nobody by rule. */
  readonly sides: 'raciR' | 'raciRIncomplete' | 'receiverRule' | 'senderChooses';
  readonly isActive: boolean;
  /** Items that ask for information, and those that ask for a step. */
  readonly informationItems: number;
  readonly stepItems: number;
  /** Whether talking is advised, in how many accepted handoffs it was, and in how many of those they talked. */
  readonly talkRule: 'off' | 'hint' | 'required';
  readonly talksAdvised: number;
  readonly talksHeld: number;
  readonly verificationLevel: 0 | 1 | 2 | 3;
  readonly ruleInstalled: 'yes' | 'no' | 'partly' | 'unknown';
  readonly gatePaused: boolean;
  readonly handoffs: number;
  /** Of these, the ones a move went past. */
  readonly passedBy: number;
  readonly accepted: number;
  readonly rated: number;
  /** Parts of its playbook page nobody wrote yet. */
  readonly unwrittenParts: number;
  readonly hasChampion: boolean;
  readonly questionsAsked: number;
  readonly questionsAnswered: number;
}

/** What evidence is drawn from. */
export interface EvidenceSources {
  readonly type: HandoffType;
  readonly switches: TypeSwitches;
  readonly guide: Guide;
  readonly unwrittenParts: number;
  readonly ruleInstalled: AuditEvidence['ruleInstalled'];
  /** Handoffs of the type in the months looked at. */
  readonly rows: readonly HandoffRow[];
}

/** Evidence of one type. A handoff to oneself counts nowhere (E2); whoever left fills no place (E20). */
export function gatherEvidence({ type, switches, guide, unwrittenParts, ruleInstalled, rows }: EvidenceSources): AuditEvidence {
  const counted = rows.filter(({ senderId, facts }) => facts.self !== true && senderId !== facts.receiverId);
  const accepted = counted.filter(({ facts }) => facts.acceptedAt !== null);
  const steps = type.items.filter(({ kind }) => kind === 'tick' || kind === 'approval').length;
  const { talk, verificationLevel } = optionsOf(type);
  const sum = (count: (row: HandoffRow) => number): number => counted.reduce((total, row) => total + count(row), 0);
  const questionsAsked = sum(({ facts }) => facts.questionsAsked);
  return {
    sides: sidesOf(type, guide),
    isActive: switches.active,
    informationItems: type.items.length - steps,
    stepItems: steps,
    talkRule: talk,
    talksAdvised: accepted.filter(({ facts }) => facts.talk !== undefined).length,
    talksHeld: accepted.filter(({ facts }) => facts.talk === 'confirmed').length,
    verificationLevel,
    ruleInstalled,
    gatePaused: switches.gatePaused,
    handoffs: counted.length,
    passedBy: counted.filter(({ facts }) => (facts.bypasses ?? 0) > 0).length,
    accepted: accepted.length,
    rated: accepted.filter(({ facts }) => facts.rating !== null).length,
    unwrittenParts,
    hasChampion: guide.championId !== null && !isFormer(guide.championId),
    questionsAsked,
    questionsAnswered: questionsAsked - sum(({ facts }) => facts.openQuestions),
  };
}

function sidesOf({ receiver }: HandoffType, { raciR }: Guide): AuditEvidence['sides'] {
  if (raciR !== null) return isFilled(raciR.responsible) && isFilled(raciR.receiver) ? 'raciR' : 'raciRIncomplete';
  if (receiver.kind === 'senderChooses') return 'senderChooses';
  return receiver.kind === 'person' && isFormer(receiver.accountId) ? 'senderChooses' : 'receiverRule';
}

function isFilled(cell: readonly RaciEntry[]): boolean {
  return cell.some((entry) => entry.kind !== 'person' || !isFormer(entry.accountId));
}
