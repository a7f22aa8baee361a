import type { Command, DecisionContext, RefusalCode } from '../../src/domain/handoff/command';
import type { WaiverKind } from '../../src/domain/handoff/handoff';
import {
  isBlank,
  isPool,
  isTakenByOther,
  isUntakenPool,
  person,
  senderOf,
  takes,
  type Meeting,
  type ModelHandoff,
  type Rows,
  type Subject,
} from './model-handoff';
import { isLetPass } from './model-waiver';
import { isReal } from './model-text';

const TRIES = 2;
const SHORTEST_OWN_WORDS = 20;

/** What accepting takes: 1 the next step, 2 a readback, 3 a second person. High risk takes 2 at least. */
function levelOf({ values }: ModelHandoff, { handoffType: { options, nextStepRequired } }: DecisionContext): number {
  const level = Math.max(options?.verificationLevel ?? 0, nextStepRequired ? 1 : 0);
  return values['risk']?.value === 'high' ? Math.max(level, 2) : level;
}

/** What the sender wrote, word for word. */
function sendersWords({ values }: ModelHandoff): readonly string[] {
  return Object.entries(values).flatMap(([field, { value }]) => {
    if (value === null || value === 'unknown') return [];
    if (field.startsWith('section:')) return [value];
    return field.startsWith('item:') && value.startsWith('text:') ? [value.slice('text:'.length)] : [];
  });
}

type Answer = Extract<Command, { type: 'readback' }>['answers'][number];

/** Any word will do where nothing is known; else it says something that the sender did not say. */
function isOwnAnswer({ questionId, text }: Answer, handoff: ModelHandoff): boolean {
  if (handoff.values[`item:${questionId}`]?.value === 'noneKnown') return true;
  return isReal(text) && !sendersWords(handoff).includes(text.trim());
}

function ownReadbacks({ handoff: { readbacks }, context }: Meeting) {
  return readbacks.filter(({ by }) => by === person(context));
}

const readsBackWell = (subject: Meeting): boolean => ownReadbacks(subject).at(-1)?.stands === true;
const hasFailed = (subject: Meeting): boolean => !readsBackWell(subject) && ownReadbacks(subject).length >= TRIES;

/** Who signed besides the one who accepts, unless they are the sender by now. */
function hasSecond({ secondSigner, ...handoff }: ModelHandoff, accepter: string | null): boolean {
  return secondSigner !== null && secondSigner !== accepter && secondSigner !== senderOf(handoff);
}

function haveTalked({ handoff, context }: Meeting): boolean {
  const both = [handoff.talk?.by, handoff.talk?.confirmedBy];
  return both.includes(person(context) ?? '') && both.includes(senderOf(handoff));
}

/** What accepting has not got, each with the waiver that lets it go. */
function missing(subject: Subject<'accept'>): readonly { readonly code: RefusalCode; readonly kind: WaiverKind }[] {
  const { handoff, context } = subject;
  const level = levelOf(handoff, context);
  const asksTalk = context.handoffType.options?.talk === 'required' && handoff.isTalkAdvised && !handoff.isTalkWaived;
  const asksReadback = level >= 2 && subject.asksAbout.length > 0 && !readsBackWell(subject);
  const isHopeless = hasFailed(subject) && !haveTalked(subject);
  return [
    ...(asksTalk && !haveTalked(subject) ? [{ code: 'TALK_REQUIRED', kind: 'talk' } as const] : []),
    ...(asksReadback && !hasFailed(subject) ? [{ code: 'READBACK_REQUIRED', kind: 'readback' } as const] : []),
    ...(asksReadback && isHopeless ? [{ code: 'READBACK_FAILED', kind: 'readback' } as const] : []),
    ...(level >= 3 && !hasSecond(handoff, person(context)) ? [{ code: 'SECOND_SIGNATURE_MISSING', kind: 'readback' } as const] : []),
  ];
}

const lacks =
  (code: RefusalCode) =>
  (subject: Subject<'accept'>): boolean =>
    missing(subject).some((each) => each.code === code && !isLetPass(subject.handoff, subject.context, each.kind));

/** From level 2 on what was read back about the recommendation is the next step, where none is written. */
function nextStepOf(subject: Subject<'accept'>): string {
  const written = (subject.command.nextStep ?? '').trim();
  if (written !== '' || levelOf(subject.handoff, subject.context) < 2) return written;
  return ownReadbacks(subject).at(-1)?.nextStep ?? '';
}

/** What accepting asks for beyond being the receiver's to do. */
export const ACCEPTING = {
  TALK_REQUIRED: lacks('TALK_REQUIRED'),
  READBACK_REQUIRED: lacks('READBACK_REQUIRED'),
  READBACK_FAILED: lacks('READBACK_FAILED'),
  SECOND_SIGNATURE_MISSING: lacks('SECOND_SIGNATURE_MISSING'),
  NEXT_STEP_REQUIRED: (subject: Subject<'accept'>) => levelOf(subject.handoff, subject.context) >= 1 && !isReal(nextStepOf(subject)),
  READBACK_TOO_SHORT: (subject: Subject<'accept'>) =>
    levelOf(subject.handoff, subject.context) >= 2 && nextStepOf(subject).length < SHORTEST_OWN_WORDS,
  READBACK_TOO_SIMILAR: (subject: Subject<'accept'>) =>
    levelOf(subject.handoff, subject.context) >= 2 && sendersWords(subject.handoff).includes(nextStepOf(subject)),
} as const;

/** A waiver is used up by what it let go. */
export function passAfter(subject: Subject<'accept'>): ModelHandoff['pass'] {
  return missing(subject).length > 0 ? null : subject.handoff.pass;
}

/** T10 and what belongs to it: reading back, hearing back, the second signature. */
export const VERIFICATION: Rows<'readback' | 'hearback' | 'countersign'> = {
  readback: {
    who: ['receivingSide'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: {
      ALREADY_CLAIMED: isTakenByOther,
      INVALID_STATE: (subject) =>
        isUntakenPool(subject) || levelOf(subject.handoff, subject.context) < 2 || subject.asksAbout.length === 0 || readsBackWell(subject),
      STALE_PACKAGE: ({ isCurrentPackage }) => !isCurrentPackage,
      READBACK_FAILED: hasFailed,
      INVALID_VALUE: ({ command, asksAbout }) =>
        command.answers.length !== asksAbout.length || asksAbout.some((id) => !command.answers.some(({ questionId }) => questionId === id)),
      TEXT_REQUIRED: ({ command }) => command.answers.some(({ text }) => isBlank(text)),
    },
    to: (subject) => {
      const { handoff, command, context } = subject;
      const readback = {
        by: person(context) ?? '',
        stands: command.answers.every((answer) => isOwnAnswer(answer, handoff)),
        isHeard: false,
        nextStep: command.answers.find(({ questionId }) => questionId === 'recommendation')?.text ?? '',
      };
      return { ...takes(subject), readbacks: [...handoff.readbacks, readback] };
    },
  },
  hearback: {
    who: ['sender'],
    from: ['IN_VERIFICATION', 'ACCEPTED'],
    unless: {
      INVALID_STATE: ({ handoff }) => handoff.readbacks.at(-1)?.isHeard !== false,
      TEXT_REQUIRED: ({ command }) => command.corrections.some(({ text }) => isBlank(text)),
      INVALID_VALUE: ({ command, asksAbout }) => command.corrections.some(({ questionId }) => !asksAbout.includes(questionId)),
    },
    to: ({ handoff: { readbacks }, command }) => ({
      readbacks: readbacks.map((each, index) =>
        index < readbacks.length - 1 ? each : { ...each, isHeard: true, stands: each.stands && command.corrections.length === 0 },
      ),
    }),
  },
  countersign: {
    who: ['anyone'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: {
      FORBIDDEN: ({ handoff, context }) => {
        const by = person(context);
        const isOther = by !== null && by !== senderOf(handoff) && by !== handoff.takenBy && handoff.asked !== `person:${by}`;
        const isAccountable = context.handoffType.options?.accountableId === by;
        return !isOther || !(isAccountable || (isPool({ handoff }) && context.actorIsCandidate));
      },
      INVALID_STATE: ({ handoff, context }) =>
        levelOf(handoff, context) < 3 || (hasSecond(handoff, handoff.takenBy) && handoff.secondSigner !== person(context)),
      STALE_PACKAGE: ({ isCurrentPackage }) => !isCurrentPackage,
    },
    idle: ({ handoff, context }) => hasSecond(handoff, handoff.takenBy) && handoff.secondSigner === person(context),
    to: ({ context }) => ({ secondSigner: person(context) }),
  },
};
