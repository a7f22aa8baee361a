import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Command } from '../../src/domain/handoff/command';
import type { Handoff, HandoffRecord } from '../../src/domain/handoff/handoff';
import { brokenInvariants } from './handoff-invariants';
import { EMPTY_MODEL, expectationOf, type Model, type ModelHandoff } from './handoff-model';
import { play, step } from './handoff-steps';
import { answerWord, receiverWord, type Values } from './model-draft';

/** What many random sequences came to: how often each command was allowed and refused, and which of them the table did not know. */
export interface ModelRun {
  readonly sequences: number;
  readonly steps: number;
  readonly allowed: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
  readonly unknown: ReadonlySet<string>;
}

/**
 * Plays random sequences of commands by random actors against the decider and against the table. Throws, with the shortest sequence
 * that shows it, when they do not agree on what is allowed, on the reason of a refusal or on the state after it, or when one of I1–I10
 * does not hold.
 */
export function runAgainstModel(sequences: number): ModelRun {
  const run = { steps: 0, allowed: new Map<string, number>(), refused: new Map<string, number>(), unknown: new Set<string>() };
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 45, size: 'max' }), (steps) => {
      let model = EMPTY_MODEL;
      play(steps, ({ record, log }, before, { command, context, refusal }) => {
        run.steps += 1;
        const expected = expectationOf(model, command, context, {
          isCurrentPackage: isCurrentPackage(before, command),
          newQuestionId: newQuestion(before, record),
        });
        if (expected === null) {
          run.unknown.add(command.type);
          model = toModel(record);
        } else if ('reasons' in expected) {
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
        const kept = record.ended.slice(record.ended.length - before.ended.length);
        if (record !== before && !isDeepStrictEqual(kept, before.ended)) throw new Error('I10 what ended changed');
      });
    }),
    { numRuns: sequences },
  );
  return { sequences, ...run };
}

function isCurrentPackage({ handoffs }: HandoffRecord, command: Command): boolean {
  return (
    command.type === 'accept' &&
    handoffs.some(({ handoffId, offer }) => handoffId === command.handoffId && offer?.digest === command.digest)
  );
}

/** The question that is there now and was not before; ids are the machine's to choose. */
function newQuestion(before: HandoffRecord, after: HandoffRecord): string {
  const known = new Set(before.handoffs.flatMap(({ questions }) => questions.map(({ questionId }) => questionId)));
  return after.handoffs.flatMap(({ questions }) => questions.map(({ questionId }) => questionId)).find((id) => !known.has(id)) ?? '';
}

/** The record as the table would tell it. */
function toModel({ handoffs, ended, counts }: HandoffRecord): Model {
  return { live: handoffs.map(toModelHandoff), ended: ended.map(({ handoffId, state }) => ({ id: handoffId, state })), counts };
}

function toModelHandoff(handoff: Handoff): ModelHandoff {
  const { offer, acceptance, rating, sender, receiver, returns, state } = handoff;
  const values: Record<string, Values[string]> = { sender };
  values['sender'] = { value: sender.value, version: sender.version };
  if (receiver !== null)
    values['receiver'] = { value: receiver.value === null ? null : receiverWord(receiver.value), version: receiver.version };
  for (const [id, { value, version, by }] of Object.entries(handoff.items))
    values[`item:${id}`] = { value: value === null ? null : value.kind === 'approval' ? `approval:${by}` : answerWord(value), version };
  for (const [id, { value, version, unknown }] of Object.entries(handoff.note))
    values[`section:${id}`] = { value: unknown === undefined ? value : unknown.kind, version };
  const named = state === 'RETURNED' ? returns.at(-1) : undefined;
  return {
    id: handoff.handoffId,
    typeId: handoff.typeId,
    state,
    attempt: handoff.attempt,
    values,
    asked: offer === null ? null : receiverWord(offer.receiver),
    takenBy: offer?.takenBy ?? null,
    isReminded: (offer?.remindedAt ?? null) !== null,
    named: [...(named?.itemIds ?? []).map((id) => `item:${id}`), ...(named?.sectionIds ?? []).map((id) => `section:${id}`)],
    questions: handoff.questions.map(({ questionId, askedBy, answer }) => ({ id: questionId, by: askedBy, isAnswered: answer !== null })),
    acceptedBy: acceptance?.by ?? null,
    acceptedAt: acceptance?.at ?? '',
    rating: rating === null ? null : JSON.stringify([rating.value, rating.comment]),
    saysMovedIncomplete: handoff.movedIncompleteAt !== null,
    refusedAt: handoff.lastRefusalAt ?? '',
    changedAt: handoff.changedAt,
  };
}

function count(counts: Map<string, number>, type: string): void {
  counts.set(type, (counts.get(type) ?? 0) + 1);
}
