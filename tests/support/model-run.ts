import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Command, DecisionContext } from '../../src/domain/handoff/command';
import type { EndedHandoff, Handoff, HandoffRecord } from '../../src/domain/handoff/handoff';
import { findChange } from '../../src/domain/handoff/relied-facts';
import { drawQuestions } from '../../src/domain/handoff/verification';
import { brokenInvariants } from './handoff-invariants';
import { expectationOf } from './handoff-model';
import { play, step } from './handoff-steps';
import { answerWord, receiverWord, type Values } from './model-draft';
import { EMPTY_MODEL, type Model, type ModelEnded, type ModelHandoff, type Seen } from './model-handoff';

/** What many random sequences came to: how often each command was allowed and refused. */
export interface ModelRun {
  readonly sequences: number;
  readonly steps: number;
  readonly allowed: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
}

/**
 * Plays random sequences of commands by random actors against the decider and against the table. Throws, with the shortest sequence
 * that shows it, when they do not agree on what is allowed, on the reason of a refusal or on the state after it, or when one of I1–I10
 * does not hold.
 *
 * @param seed Of the sequences; without one they are others each time.
 */
export function runAgainstModel(sequences: number, seed?: number): ModelRun {
  const run = { steps: 0, allowed: new Map<string, number>(), refused: new Map<string, number>() };
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 45, size: 'max' }), (steps) => {
      let model = EMPTY_MODEL;
      play(steps, ({ record, log }, before, { command, context, refusal }) => {
        run.steps += 1;
        const expected = expectationOf(model, command, context, seenBy(before, record, { command, context }));
        if ('reasons' in expected) {
          if (refusal === null) throw new Error(`${command.type} was allowed against ${expected.reasons.join(', ')}`);
          if (!expected.reasons.includes(refusal.code))
            throw new Error(`${command.type} was refused with ${refusal.code} instead of ${expected.reasons.join(', ')}`);
          if (record !== before) throw new Error(`${command.type} was refused and changed something`);
          count(run.refused, command.type);
        } else {
          if (refusal !== null) throw new Error(`${command.type} was refused with ${refusal.code}, the table allows it`);
          model = expected.next;
          const found = toModel(record);
          if (!isDeepStrictEqual(found, model))
            throw new Error(`${command.type} led to ${JSON.stringify(found)}\ninstead of ${JSON.stringify(model)}`);
          count(run.allowed, command.type);
        }
        const broken = brokenInvariants(record, log);
        if (broken.length > 0) throw new Error(broken.join('; '));
        const kept = record.ended.slice(record.ended.length - before.ended.length).map(withoutRework);
        if (record !== before && !isDeepStrictEqual(kept, before.ended.map(withoutRework))) throw new Error('I10 what ended changed');
      });
    }),
    { numRuns: sequences, ...(seed === undefined ? {} : { seed }) },
  );
  return { sequences, ...run };
}

/** What T22 may still add to a closed handoff. */
function withoutRework({ reworks: _reworks, ...line }: EndedHandoff): Omit<EndedHandoff, 'reworks'> {
  return line;
}

/** What the machine chose: digests, ids and questions are not the table's to know. */
function seenBy(
  before: HandoffRecord,
  after: HandoffRecord,
  { command, context }: { readonly command: Command; readonly context: DecisionContext },
): Seen {
  const handoff = before.handoffs.find(({ handoffId }) => 'handoffId' in command && handoffId === command.handoffId);
  const digest = 'digest' in command ? command.digest : null;
  const { handoffType, issue, sha256 } = context;
  return {
    isCurrentPackage: handoff?.offer?.digest === digest,
    isCurrentChange: handoff !== undefined && findChange(handoff, handoffType, issue, sha256)?.digest === digest,
    newQuestionId: newQuestion(before, after),
    asksAbout: handoff === undefined ? [] : drawQuestions(handoff, handoffType).map(({ questionId }) => questionId),
  };
}

/** The question that is there now and was not before; ids are the machine's to choose. */
function newQuestion(before: HandoffRecord, after: HandoffRecord): string {
  const known = new Set(before.handoffs.flatMap(({ questions }) => questions.map(({ questionId }) => questionId)));
  return after.handoffs.flatMap(({ questions }) => questions.map(({ questionId }) => questionId)).find((id) => !known.has(id)) ?? '';
}

/** The record as the table would tell it. */
function toModel({ handoffs, ended, counts }: HandoffRecord): Model {
  return { live: handoffs.map(toModelHandoff), ended: ended.map(toModelEnded), counts };
}

function toModelEnded({
  handoffId,
  typeId,
  state,
  receiverId,
  acceptedAt,
  reworks = [],
  firstOfferedAt,
  workStarted,
}: EndedHandoff): ModelEnded {
  return {
    id: handoffId,
    typeId,
    state,
    acceptedBy: receiverId,
    acceptedAt: acceptedAt ?? '',
    reworks: reworks.map(toWord),
    beganAt: state === 'CLOSED' ? (firstOfferedAt ?? '') : '',
    isWorkStarted: workStarted !== undefined,
  };
}

/** A rework as one word. */
function toWord({ movedAt }: { readonly movedAt: string | null }): string {
  return movedAt ?? 'receiver';
}

function toModelHandoff(handoff: Handoff): ModelHandoff {
  const { offer, acceptance, rating, sender, receiver, returns, state } = handoff;
  const values: Record<string, Values[string]> = { sender };
  values['sender'] = { value: sender.value, version: sender.version };
  if (receiver !== null)
    values['receiver'] = { value: receiver.value === null ? null : receiverWord(receiver.value), version: receiver.version };
  if (handoff.risk !== undefined) values['risk'] = { value: handoff.risk.value, version: handoff.risk.version };
  for (const [id, { value, version, by }] of Object.entries(handoff.items))
    values[`item:${id}`] = { value: value === null ? null : value.kind === 'approval' ? `approval:${by}` : answerWord(value), version };
  for (const [id, { value, version, unknown }] of Object.entries(handoff.note))
    values[`section:${id}`] = { value: unknown === undefined ? value : unknown.kind, version };
  const waiver = handoff.waivers?.at(-1);
  const named = state === 'RETURNED' ? returns.at(-1) : undefined;
  return {
    id: handoff.handoffId,
    typeId: handoff.typeId,
    state,
    attempt: handoff.attempt,
    values,
    asked: offer === null ? null : receiverWord(offer.receiver),
    askedAt: offer?.at ?? '',
    takenBy: offer?.takenBy ?? null,
    isReminded: (offer?.remindedAt ?? null) !== null,
    isReacted: (offer?.acknowledgedAt ?? null) !== null,
    dueAt: offer?.dueAt ?? '',
    isNotedOverdue: offer?.overdueAt !== undefined,
    isTalkAdvised: (offer?.talk?.rule ?? null) !== null,
    talk: handoff.talk === undefined ? null : { by: handoff.talk.loggedBy, confirmedBy: handoff.talk.confirmedBy ?? null },
    isTalkWaived: handoff.talkWaiver !== undefined,
    readbacks: (offer?.readbacks ?? []).map(({ by, answers, heard }) => ({
      by,
      stands: answers.every(({ passed, correction }) => passed && correction === undefined),
      isHeard: heard !== undefined,
      nextStep: answers.find(({ questionId }) => questionId === 'recommendation')?.text ?? '',
    })),
    secondSigner: offer?.secondSignature?.by ?? null,
    named: [...(named?.itemIds ?? []).map((id) => `item:${id}`), ...(named?.sectionIds ?? []).map((id) => `section:${id}`)],
    questions: handoff.questions.map(({ questionId, askedBy, answer, withdrawnAt }) => ({
      id: questionId,
      by: askedBy,
      isAnswered: answer !== null,
      isWithdrawn: withdrawnAt !== undefined,
    })),
    acceptedBy: acceptance?.by ?? null,
    acceptedAt: acceptance?.at ?? '',
    relied: (handoff.confirmedChange?.facts ?? acceptance?.facts)?.find(({ itemId }) => itemId === 'fix-version')?.shown ?? null,
    rating: rating === null ? null : JSON.stringify([rating.value, rating.comment]),
    ratedAt: rating === null ? '' : (rating.changedAt ?? rating.at),
    notes: handoff.teamNotes.map(({ by, at }) => ({ by, at })),
    reworks: (handoff.reworks ?? []).map(toWord),
    hold: handoff.hold === undefined ? null : { until: handoff.hold.until, isStuck: handoff.hold.stuck !== undefined },
    saysMovedIncomplete: handoff.movedIncompleteAt !== null,
    refusedAt: handoff.lastRefusalAt ?? '',
    isWorkStarted: handoff.workStarted !== undefined,
    beganAt: handoff.firstOfferedAt ?? handoff.createdAt,
    pass: waiver === undefined || waiver.usedAt !== null ? null : { until: waiver.expiresAt, kinds: waiver.kinds },
    changedAt: handoff.changedAt,
  };
}

function count(counts: Map<string, number>, type: string): void {
  counts.set(type, (counts.get(type) ?? 0) + 1);
}
