import { screenState } from '../../../src/domain/handoff/screen-state';
import { supportEndsAt, whoAnswers } from '../../../src/domain/handoff/support-window';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { DAY_MS, HandoffWorld, MINUTE_MS, aHandoffType } from '../../support/handoff-world';

const SUPPORTED = aHandoffType({ options: { supportHours: 8, accountableId: 'lena' } });
const ask = (world: HandoffWorld) => ({ type: 'ask' as const, handoffId: world.handoff.handoffId, text: 'Where are the refunds?' });
const withdraw = (world: HandoffWorld) => ({
  type: 'withdrawQuestion' as const,
  handoffId: world.handoff.handoffId,
  questionId: world.handoff.questions.at(-1)?.questionId ?? 'none',
});
const seenBy = (world: HandoffWorld, accountId: string): string | null =>
  screenState(
    {
      handoff: world.handoff,
      ended: null,
      left: [],
      viewerIsCandidate: accountId === 'ana',
      startsHere: false,
      movedNotOfferedSince: null,
      handoffType: world.handoffType,
    },
    { accountId, canEdit: accountId === 'maya', readOnly: false, now: world.now, marksRequiredMissing: false },
  ).primaryAction;

describe('the support window', () => {
  it('S-029: after acceptance the receiver asks on; the sender answers first, after the window who answers for the type', () => {
    const world = new HandoffWorld(SUPPORTED).accepted();
    expect(world.does(ask(world), { by: 'ana' })).toEqual(['question.asked']);
    expect(world.handoff.state).toBe('ACCEPTED');
    expect([seenBy(world, 'maya'), seenBy(world, 'lena')]).toEqual(['answer', null]);
    expect(supportEndsAt(world.handoff, SUPPORTED)).toBe('2026-03-03T09:02:00.000Z');
    expect(whoAnswers(world.handoff, SUPPORTED, world.later(12 * 60 * MINUTE_MS).now)).toBe('maya');
    world.later(12 * 60 * MINUTE_MS);
    expect(whoAnswers(world.handoff, SUPPORTED, world.now)).toBe('lena');
    expect([seenBy(world, 'maya'), seenBy(world, 'lena')]).toEqual([null, 'answer']);
    const { handoffId, questions } = world.handoff;
    const answer = { type: 'answer', handoffId, questionId: questions[0]!.questionId, text: 'On staging' } as const;
    expect(world.does(answer, { by: 'lena', actorCanEdit: false })).toEqual(['question.answered']);
    expect(whoAnswers(world.handoff, SUPPORTED, world.now)).toBeNull();
  });

  it('S-029: nobody else asks, nobody asks where it is off, and nobody once it has closed', () => {
    const world = new HandoffWorld(SUPPORTED).accepted();
    for (const by of ['maya', 'ben']) expect(world.refusalOf(ask(world), { by })).toBe('FORBIDDEN');
    const off = new HandoffWorld().accepted();
    expect(off.refusalOf(ask(off), { by: 'ana' })).toBe('INVALID_STATE');
    const command = ask(world);
    world.later(8 * DAY_MS).does({ type: 'close', handoffId: command.handoffId, reason: 'timeout' }, { actor: { kind: 'system' } });
    expect(world.refusalOf(command, { by: 'ana' })).toBe('INVALID_STATE');
  });

  it('S-029: where nobody answers for the type, the sender goes on answering', () => {
    const type = aHandoffType({ options: { supportHours: 1 } });
    const world = new HandoffWorld(type).accepted();
    world.does(ask(world), { by: 'ana' });
    expect(whoAnswers(world.handoff, type, world.later(DAY_MS).now)).toBe('maya');
  });
});

describe('a question taken back', () => {
  it('S-020, S-086: counts no more, is open no more, and only whoever asked does it while nobody answered', () => {
    const world = new HandoffWorld().offered();
    world.does(ask(world), { by: 'ana' });
    world.does(ask(world), { by: 'ana' });
    const counts = () => {
      const { questionsAsked, openQuestions } = toHandoffRow(world.record, world.handoff.handoffId, null).facts;
      return [questionsAsked, openQuestions];
    };
    expect(counts()).toEqual([2, 2]);
    expect(world.refusalOf(withdraw(world), { by: 'maya' })).toBe('FORBIDDEN');
    expect(world.does(withdraw(world), { by: 'ana' })).toEqual(['question.withdrawn']);
    expect(counts()).toEqual([1, 1]);
    expect(world.refusalOf(withdraw(world), { by: 'ana' })).toBe('INVALID_STATE');
    const { handoffId, questions } = world.handoff;
    expect(world.refusalOf({ type: 'answer', handoffId, questionId: questions[1]!.questionId, text: 'Too late' })).toBe('INVALID_STATE');
    world.does({ type: 'answer', handoffId, questionId: questions[0]!.questionId, text: 'Build 41' });
    expect(counts()).toEqual([1, 0]);
    expect(world.refusalOf({ ...withdraw(world), questionId: questions[0]!.questionId }, { by: 'ana' })).toBe('INVALID_STATE');
  });
});
