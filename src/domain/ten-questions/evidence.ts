import { isFormer } from '../audit/former-person';
import type { MonthDigest } from '../metrics/month-digest';
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
  /** The type's numbers, one for each month looked at. */
  readonly digests: readonly MonthDigest[];
}

/** Evidence of one type. Whoever left fills no place (E20). */
export function gatherEvidence({ type, switches, guide, unwrittenParts, ruleInstalled, digests }: EvidenceSources): AuditEvidence {
  const steps = type.items.filter(({ kind }) => kind === 'tick' || kind === 'approval').length;
  const { talk, verificationLevel } = optionsOf(type);
  const sum = (count: (digest: MonthDigest) => number): number => digests.reduce((total, digest) => total + count(digest), 0);
  return {
    sides: sidesOf(type, guide),
    isActive: switches.active,
    informationItems: type.items.length - steps,
    stepItems: steps,
    talkRule: talk,
    talksAdvised: sum((month) => month.talk.n),
    talksHeld: sum((month) => month.talk.k),
    verificationLevel,
    ruleInstalled,
    gatePaused: switches.gatePaused,
    handoffs: sum(({ offered }) => offered),
    passedBy: sum(({ passedBy }) => passedBy),
    accepted: sum(({ accepted }) => accepted),
    rated: sum(({ rated }) => rated),
    unwrittenParts,
    hasChampion: guide.championId !== null && !isFormer(guide.championId),
    questionsAsked: sum(({ asked }) => asked.questions),
    questionsAnswered: sum(({ asked }) => asked.questions - asked.open),
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
