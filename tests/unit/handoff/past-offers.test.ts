import { dueAt, UNKNOWN_SIDE } from '../../../src/domain/calendar/side-time';
import { defaultCalendar } from '../../../src/domain/calendar/working-calendar';
import type { HandoffRow } from '../../../src/domain/handoff/handoff-row';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { HandoffWorld, MINUTE_MS, aHandoffType, sixThings } from '../../support/handoff-world';

const HANDOFF = '10001-dev-qa-1';
const factsOf = (world: HandoffWorld): HandoffRow['facts'] => toHandoffRow(world.record, HANDOFF, null).facts;

describe('every time a handoff was handed off', () => {
  it('M01a, M02: a row keeps when it was begun, handed off, first reacted to and given back', () => {
    const world = new HandoffWorld();
    const draftedAt = world.now;
    world.returned();
    const [first] = world.log.filter(({ type }) => type === 'offered');
    const [given] = world.log.filter(({ type }) => type === 'returned');
    expect(factsOf(world)).toMatchObject({
      draftedAt,
      offers: [{ at: first?.at, acknowledgedAt: given?.at, returnedAt: given?.at }],
    });
    world.does({ type: 'revise', handoffId: HANDOFF });
    const where = sixThings().find((change) => change.field === 'item' && change.id === 'where');
    if (where !== undefined) world.does(world.edit({ ...where, basedOn: 2 }));
    world.does({ type: 'offer', handoffId: HANDOFF });
    expect(factsOf(world).offers).toEqual([
      { at: first?.at, acknowledgedAt: given?.at, returnedAt: given?.at },
      { at: world.now, acknowledgedAt: null },
    ]);
  });

  it('M02: asking somebody else is another offer, and the one before it stays undecided', () => {
    const world = new HandoffWorld().offered();
    const first = world.handoff.offer?.at ?? '';
    world.does({ type: 'changeReceiver', handoffId: HANDOFF, receiver: { kind: 'person', accountId: 'ben' } });
    expect(factsOf(world).offers).toEqual([
      { at: first, acknowledgedAt: null },
      { at: world.now, acknowledgedAt: null },
    ]);
    for (let times = 0; times < 30; times += 1) {
      const accountId = times % 2 === 0 ? 'ana' : 'ben';
      world.later(MINUTE_MS).does({ type: 'changeReceiver', handoffId: HANDOFF, receiver: { kind: 'person', accountId } });
    }
    expect(factsOf(world).offers?.map(({ at }) => at)[0]).toBe(first);
    expect(factsOf(world).offers).toHaveLength(21);
  });

  it('M01: the working hours an offer froze stay with the row until it ends; the usual ones are not written down', () => {
    const due = { kind: 'workingHours', hours: 4 } as const;
    const calendar = { ...defaultCalendar('Europe/Berlin'), version: 3 };
    const receiver = { calendar, awayUntil: null };
    const world = new HandoffWorld(aHandoffType({ options: { due } })).offered({ sides: { sender: UNKNOWN_SIDE, receiver } });
    const [offer] = factsOf(world).offers ?? [];
    expect(offer?.dueAt).toBe(dueAt(due, receiver, offer?.at ?? ''));
    expect(factsOf(world).calendar).toEqual(calendar);
    world.does({ type: 'return', handoffId: HANDOFF, reason: 'The build is not there', itemIds: ['where'], sectionIds: [] }, { by: 'ana' });
    expect(factsOf(world).calendar).toEqual(calendar);
    const before = toHandoffRow(world.record, HANDOFF, null);
    world.does({ type: 'withdraw', handoffId: HANDOFF, reason: 'Wrong branch' });
    expect(toHandoffRow(world.record, HANDOFF, before).facts).toMatchObject({ calendar, offers: before.facts.offers });
    const usual = new HandoffWorld(aHandoffType({ options: { due } })).offered();
    expect(factsOf(usual)).not.toHaveProperty('calendar');
  });

  it('M05: questions after the acceptance are told apart, without those that were taken back', () => {
    const world = new HandoffWorld(aHandoffType({ options: { supportHours: 8 } })).offered();
    const ask = (): void => void world.later(MINUTE_MS).does({ type: 'ask', handoffId: HANDOFF, text: 'Which build?' }, { by: 'ana' });
    ask();
    world.does(world.accept(), { by: 'ana' });
    expect(factsOf(world)).not.toHaveProperty('questionsAfter');
    ask();
    ask();
    const questionId = world.handoff.questions.at(-1)?.questionId ?? '';
    world.does({ type: 'withdrawQuestion', handoffId: HANDOFF, questionId }, { by: 'ana' });
    expect(factsOf(world)).toMatchObject({ questionsAsked: 2, questionsAfter: 1 });
  });
});
