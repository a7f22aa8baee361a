import { isHighRisk } from '../../../src/domain/handoff/high-risk';
import { asksForReason } from '../../../src/domain/handoff/asks-for-reason';
import { closesAt, isComplete } from '../../../src/domain/handoff/closing';
import { addMs } from '../../../src/domain/handoff/instant';
import { isRatingShownTo } from '../../../src/domain/handoff/rating-reveal';
import { DAY_MS, HandoffWorld, MINUTE_MS, SYSTEM, sixThings } from '../../support/handoff-world';

const on = <Type extends string>(world: HandoffWorld, type: Type) => ({ type, handoffId: world.handoff.handoffId });
const rate = (world: HandoffWorld, value: number, comment: string | null = null) => ({ ...on(world, 'rate'), value, comment });
const close = (world: HandoffWorld, reason: 'complete' | 'timeout' = 'timeout') => ({ ...on(world, 'close'), reason });
const acceptedNow = (): HandoffWorld => {
  const world = new HandoffWorld().offered();
  world.does(world.accept(), { by: 'ana' });
  return world;
};

describe('rate (T18)', () => {
  it('T18, I9, S-125: the person who accepted rates once and may change it', () => {
    const world = acceptedNow();
    expect(world.does(rate(world, 4), { by: 'ana', actorCanEdit: false })).toEqual(['rating.set']);
    const at = world.now;
    expect(world.does(rate(world, 4, ' '), { by: 'ana' })).toEqual([]);
    expect(world.later(1000).does(rate(world, 2, 'No test data'), { by: 'ana' })).toEqual(['rating.changed']);
    expect(world.handoff.rating).toEqual({ value: 2, comment: 'No test data', at, changedAt: world.now });
  });

  it.each([0, 6, 3.5, NaN, Infinity])('RATING_INVALID: %d is no rating', (value) => {
    const world = acceptedNow();
    expect(world.refusalOf(rate(world, value), { by: 'ana' })).toBe('RATING_INVALID');
  });

  it('forbidden: rating by the sender, by anyone else, before acceptance', () => {
    const world = acceptedNow();
    for (const by of ['maya', 'eve']) expect(world.refusalOf(rate(world, 5), { by, actorIsCandidate: true })).toBe('FORBIDDEN');
    const offered = new HandoffWorld().offered();
    expect(offered.refusalOf(rate(offered, 5), { by: 'ana' })).toBe('INVALID_STATE');
  });

  it('T23: WINDOW_CLOSED after seven days and five minutes and after the close; on the last instant it counts', () => {
    const onTime = acceptedNow().later(7 * DAY_MS + 5 * MINUTE_MS);
    expect(onTime.does(rate(onTime, 5), { by: 'ana' })).toEqual(['rating.set']);
    const late = acceptedNow().later(7 * DAY_MS + 5 * MINUTE_MS + 1);
    const command = rate(late, 5);
    expect(late.refusalOf(command, { by: 'ana' })).toBe('WINDOW_CLOSED');
    late.does(close(late), { actor: SYSTEM });
    expect(late.refusalOf(command, { by: 'ana' })).toBe('WINDOW_CLOSED');
  });
});

describe('who reads the rating before the close', () => {
  it('S-125: the rater; the sender only once they left a note of their own; nobody else, whatever they noted', () => {
    const world = acceptedNow();
    world.does(rate(world, 2, 'No test data'), { by: 'ana' });
    const readers = (): string[] => ['ana', 'maya', 'ben'].filter((viewer) => isRatingShownTo(world.handoff, viewer));
    expect(readers()).toEqual(['ana']);
    world.does({ ...on(world, 'addNote'), text: 'Which account?' }, { by: 'ana' });
    expect(readers()).toEqual(['ana']);
    world.does({ ...on(world, 'addNote'), text: 'Staging was down' });
    expect(readers()).toEqual(['ana', 'maya']);
  });

  it('E31: a low rating is saved without a word, and only then is the reason asked', () => {
    const world = acceptedNow();
    expect(world.does(rate(world, 1), { by: 'ana' })).toEqual(['rating.set']);
    expect(world.handoff.rating).toMatchObject({ value: 1, comment: null });
    expect([1, 2, 3, 4, 5].filter((value) => asksForReason(value, null))).toEqual([1, 2, 3]);
    expect(asksForReason(1, 'No test data')).toBe(false);
  });
});

describe('addNote (T19)', () => {
  it('T19, S-064: either of the pair leaves a note, nobody else, and never an empty one', () => {
    const world = acceptedNow();
    for (const by of ['maya', 'ana'])
      expect(world.does({ ...on(world, 'addNote'), text: 'Seed data helped' }, { by, actorCanEdit: false })).toEqual(['note.added']);
    expect(world.refusalOf({ ...on(world, 'addNote'), text: 'me too' }, { by: 'eve' })).toBe('FORBIDDEN');
    expect(world.refusalOf({ ...on(world, 'addNote'), text: '' })).toBe('TEXT_REQUIRED');
    const offered = new HandoffWorld().offered();
    expect(offered.refusalOf({ ...on(offered, 'addNote'), text: 'too early' })).toBe('INVALID_STATE');
  });
});

describe('a sender who disagrees', () => {
  it('E32: a note of the sender’s stands beside the rating, which nobody but the rater changes', () => {
    const world = acceptedNow();
    world.does({ ...on(world, 'rate'), value: 2, comment: 'No test data' }, { by: 'ana' });
    const { rating } = world.handoff;
    expect(world.does({ ...on(world, 'addNote'), text: 'The data set was being rebuilt that day' })).toEqual(['note.added']);
    for (const by of ['maya', 'ben', 'eve'])
      expect(world.refusalOf({ ...on(world, 'rate'), value: 5, comment: null }, { by })).toBe('FORBIDDEN');
    expect(world.handoff.rating).toEqual(rating);
    expect(world.handoff.teamNotes).toMatchObject([{ by: 'maya', text: 'The data set was being rebuilt that day' }]);
  });
});

describe('close (T20)', () => {
  it('T20: closes by itself seven days and five minutes after acceptance, not a millisecond earlier', () => {
    const world = acceptedNow().later(7 * DAY_MS + 5 * MINUTE_MS - 1);
    expect(world.refusalOf(close(world), { actor: SYSTEM })).toBe('INVALID_STATE');
    expect(world.later(1).does(close(world), { actor: SYSTEM })).toEqual(['closed']);
    expect(world.record.handoffs).toEqual([]);
    expect(world.record.ended).toMatchObject([
      { state: 'CLOSED', reason: 'timeout', receiverId: 'ana', senderId: 'maya', attempts: 1, endedBy: null },
    ]);
  });

  it('T20: a rating that meets the timer is kept, and the close then tells of it', () => {
    const world = acceptedNow().later(7 * DAY_MS + 4 * MINUTE_MS);
    world.does(rate(world, 2), { by: 'ana' });
    world.later(MINUTE_MS).does(close(world), { actor: SYSTEM });
    expect(world.record.ended).toMatchObject([{ reason: 'timeout', rating: { value: 2 } }]);
  });

  it('T20: complete five minutes after the rating and a note of both are there, in any order', () => {
    const note = (world: HandoffWorld) => ({ ...on(world, 'addNote'), text: 'Seed data helped' });
    const world = acceptedNow();
    world.does(rate(world, 5), { by: 'ana' });
    expect(isComplete(world.handoff)).toBe(false);
    world.does(note(world), { by: 'ana' });
    world.does(note(world), { by: 'ana' });
    expect(isComplete(world.handoff)).toBe(false);
    expect(world.refusalOf(close(world.later(DAY_MS), 'complete'), { actor: SYSTEM })).toBe('INVALID_STATE');
    world.does(note(world));
    expect(closesAt(world.handoff)).toBe(addMs(world.now, 5 * MINUTE_MS));
    expect(world.refusalOf(close(world, 'complete'), { actor: SYSTEM })).toBe('INVALID_STATE');
    world.later(5 * MINUTE_MS).does(close(world, 'complete'), { actor: SYSTEM });
    expect(world.record.ended).toMatchObject([{ reason: 'complete', rating: { value: 5 } }]);
  });

  it('no person closes, and no timer ever accepts (S-056)', () => {
    const world = acceptedNow().later(8 * DAY_MS);
    expect(world.refusalOf(close(world))).toBe('FORBIDDEN');
    const offered = new HandoffWorld().offered().later(8 * DAY_MS);
    expect(offered.refusalOf(close(offered), { actor: SYSTEM })).toBe('INVALID_STATE');
  });
});

describe('withdraw (T16) and start again', () => {
  const withdraw = (world: HandoffWorld, reason = '') => ({ ...on(world, 'withdraw'), reason });

  it('T16: a draft goes without a reason, an offer only with one', () => {
    const draft = new HandoffWorld().prepared();
    expect(draft.does(withdraw(draft)).at(-1)).toBe('cancelled');
    const offered = new HandoffWorld().offered();
    expect(offered.refusalOf(withdraw(offered, 'n/a'))).toBe('REASON_REQUIRED');
    expect(offered.does(withdraw(offered, 'Wrong branch'))).toEqual(['cancelled']);
    expect(offered.record.ended).toMatchObject([{ state: 'CANCELLED', reason: 'Wrong branch', endedBy: 'maya', receiverId: null }]);
    const returned = new HandoffWorld().returned();
    expect(returned.does(withdraw(returned))).toEqual(['cancelled']);
  });

  it('not once it is taken, not by somebody without a part in it', () => {
    const world = new HandoffWorld().offered();
    expect(world.refusalOf(withdraw(world, 'Wrong branch'), { by: 'eve', actorCanEdit: false })).toBe('FORBIDDEN');
    world.does({ ...on(world, 'ask'), text: 'Which build?' }, { by: 'ana' });
    expect(world.refusalOf(withdraw(world, 'Wrong branch'))).toBe('INVALID_STATE');
  });

  it('I10: a terminal handoff takes no command', () => {
    const world = new HandoffWorld().offered();
    const { handoffId } = world.handoff;
    world.does(withdraw(world, 'Wrong branch'));
    for (const type of ['offer', 'take', 'giveBack', 'remind', 'revise'] as const)
      expect(world.refusalOf({ type, handoffId })).toBe('INVALID_STATE');
    expect(world.refusalOf({ type: 'offer', handoffId: 'nope' })).toBe('NOT_FOUND');
  });

  it('starts again with what still fits, from the assignee', () => {
    const world = new HandoffWorld().prepared();
    world.does(withdraw(world));
    const command = {
      type: 'startAgain',
      typeId: 'dev-qa',
      items: { where: { kind: 'text', text: 'Staging' }, gone: { kind: 'tick' }, pr: { kind: 'tick' } },
      note: { situation: 'It is fixed', gone: 'x' },
      receiver: { kind: 'person', accountId: 'maya' },
    } as const;
    expect(world.does(command, { by: 'ben' })).toEqual(['created', 'item_changed', 'note_changed']);
    expect(world.handoff).toMatchObject({
      handoffId: '10001-dev-qa-2',
      sender: { value: 'maya' },
      receiver: { value: { accountId: 'ana' } },
    });
    expect(Object.keys(world.handoff.items)).toEqual(['where']);
    expect(Object.keys(world.handoff.note)).toEqual(['situation']);
    expect(world.refusalOf(command)).toBe('ACTIVE_EXISTS');
  });

  it('S-012: a mark for high risk stays when it starts again', () => {
    const world = new HandoffWorld().prepared();
    world.does(withdraw(world));
    const again = { type: 'startAgain', typeId: 'dev-qa', items: {}, note: {}, receiver: null } as const;
    expect(world.does({ ...again, isHighRisk: true })).toEqual(['created', 'risk_changed']);
    expect(isHighRisk(world.handoff)).toBe(true);
  });

  it('keeps one line of the last hundred', () => {
    const world = new HandoffWorld();
    for (let n = 1; n <= 101; n += 1) {
      world.does(world.edit(sixThings()[3]!));
      world.does(withdraw(world));
    }
    expect(world.record.ended).toHaveLength(100);
    expect(world.record.ended[0]?.handoffId).toBe('10001-dev-qa-101');
  });
});
