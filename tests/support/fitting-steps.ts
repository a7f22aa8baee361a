import type { Command, DraftChange, IssueFacts } from '../../src/domain/handoff/command';
import type { Handoff, Instant, ItemAnswer } from '../../src/domain/handoff/handoff';
import { addMs } from '../../src/domain/handoff/instant';
import { findChange } from '../../src/domain/handoff/relied-facts';
import { drawQuestions } from '../../src/domain/handoff/verification';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { DAY_MS, sha256, sixThings, type HandoffWorld } from './handoff-world';

/** What a command is made for: mostly a live handoff, sometimes one that ended or none at all. */
export interface Meets {
  readonly world: HandoffWorld;
  readonly handoff: Handoff | null;
  readonly handoffId: string;
  readonly handoffType: HandoffType;
  readonly issue: IssueFacts;
}

/** Answers to what the offer is asked about, each made by `say`. */
export function answersTo(
  { handoff, handoffType }: Meets,
  say: (questionId: string) => string,
): readonly { readonly questionId: string; readonly text: string }[] {
  if (handoff === null) return [];
  return drawQuestions(handoff, handoffType).map(({ questionId }) => ({ questionId, text: say(questionId) }));
}

/** The digest of what changed on the work item since the sign-off; empty where nothing did. */
export function changeDigest({ handoff, handoffType, issue }: Meets): string {
  return handoff === null ? '' : (findChange(handoff, handoffType, issue, sha256)?.digest ?? '');
}

/** Fills everything a draft asks for, half the time at high risk where the type asks. */
export function fill({ handoff, handoffType, world }: Meets): Command {
  const isRisky = handoffType.options?.riskAsked === true && world.log.length % 2 === 0;
  const changes = sixThings().map((each) => {
    if (each.field === 'item') return { ...each, basedOn: handoff?.items[each.id]?.version ?? 0 };
    return each.field === 'section' ? { ...each, basedOn: handoff?.note[each.id]?.version ?? 0 } : each;
  });
  const meeting: DraftChange[] = handoffType.items.some(({ itemId }) => itemId === 'meeting')
    ? [{ field: 'item', id: 'meeting', value: nextMeeting(world.now), basedOn: handoff?.items['meeting']?.version ?? 0 }]
    : [];
  const risk = { field: 'risk', value: 'high', basedOn: handoff?.risk?.version ?? 0 } as const;
  return { type: 'edit', typeId: handoffType.typeId, changes: [...changes, ...meeting, ...(isRisky ? [risk] : [])] };
}

/** One that will have passed after a few of the longer steps. */
function nextMeeting(now: Instant): ItemAnswer {
  return { kind: 'when', at: addMs(now, DAY_MS), endsAt: addMs(now, 2 * DAY_MS) };
}

const OWN_WORDS = (questionId: string): string => `What ${questionId} means to me, in my own words`;

/** A command that fits the state it meets, so that sequences get deep. */
export function fitting(choice: number, meets: Meets): Command {
  const commands = FITS[meets.handoff?.state ?? 'NONE'](meets);
  return commands[choice % commands.length] ?? fill(meets);
}

function receiving(meets: Meets): readonly Command[] {
  const { handoff, handoffId } = meets;
  const digest = handoff?.offer?.digest ?? '';
  const accept = { type: 'accept', handoffId, digest, nextStep: 'Smoke test with a gift card first' } as const;
  return [
    accept,
    accept,
    { ...accept, nextStep: null },
    { type: 'readback', handoffId, digest, answers: answersTo(meets, OWN_WORDS) },
    { type: 'readback', handoffId, digest, answers: answersTo(meets, OWN_WORDS) },
    { type: 'readback', handoffId, digest, answers: answersTo(meets, () => 'ok') },
    { type: 'countersign', handoffId, digest },
    { type: 'countersign', handoffId, digest },
    { type: 'logTalk', handoffId },
    { type: handoff?.talk === undefined ? 'logTalk' : 'confirmTalk', handoffId },
    { type: 'ask', handoffId, text: 'Which build?' },
    { type: 'return', handoffId, reason: 'The build is not there', itemIds: ['where'], sectionIds: [] },
  ];
}

function following({ handoff, handoffId, world }: Meets): readonly Command[] {
  return [
    ...[1, 2, 3, 4].map((value): Command => ({ type: 'rate', handoffId, value, comment: null })),
    { type: 'close', handoffId, reason: 'complete' },
    { type: 'addNote', handoffId, text: 'Seed data helped' },
    { type: 'recordRework', handoffId, text: 'The build was another one', itemIds: [], sectionIds: [] },
    { type: 'recordMoveBack', handoffId, movedAt: addMs(handoff?.acceptance?.at ?? world.now, DAY_MS) },
    { type: 'recordWorkStart', handoffId, movedAt: addMs(handoff?.acceptance?.at ?? world.now, DAY_MS) },
  ];
}

const FITS: Readonly<Record<Handoff['state'] | 'NONE', (meets: Meets) => readonly Command[]>> = {
  NONE: (meets) => [fill(meets)],
  DRAFT: (meets) => [fill(meets), { type: 'offer', handoffId: meets.handoffId }],
  OFFERED: (meets) => [{ type: 'take', handoffId: meets.handoffId }, ...receiving(meets)],
  IN_VERIFICATION: (meets) => {
    const { handoff, handoffId } = meets;
    const open = handoff?.questions.find(({ answer, withdrawnAt }) => answer === null && withdrawnAt === undefined);
    const questionId = open?.questionId ?? 'none';
    return [
      ...receiving(meets),
      { type: 'hearback', handoffId, corrections: [] },
      { type: 'answer', handoffId, questionId, text: 'Build 41' },
      { type: 'withdrawQuestion', handoffId, questionId },
      { type: 'giveBack', handoffId },
      { type: 'waive', typeId: meets.handoffType.typeId, reason: 'They did it together', kinds: ['readback', 'talk'] },
    ];
  },
  RETURNED: (meets) => [fill(meets), { type: 'revise', handoffId: meets.handoffId }],
  ACCEPTED: (meets) => [
    ...following(meets),
    { type: 'handBack', typeId: meets.handoffType.typeId, acceptedId: meets.handoffId },
    { type: 'confirmChange', handoffId: meets.handoffId, digest: changeDigest(meets) },
  ],
  CLOSED: following,
  CANCELLED: following,
  SUPERSEDED: following,
  VOIDED: following,
};
