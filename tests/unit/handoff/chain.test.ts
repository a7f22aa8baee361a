import { chainFacts } from '../../../src/domain/handoff/chain';
import type { EndedHandoff } from '../../../src/domain/handoff/handoff';
import { addMs } from '../../../src/domain/handoff/instant';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import type { Route } from '../../../src/domain/type/handoff-type';
import { DAY_MS, HandoffWorld } from '../../support/handoff-world';

const START = '2026-03-02T09:00:00.000Z';
const route = (fromStatusId: string, toStatusId: string): Route => ({ fromStatusIds: [fromStatusId], toStatusId });
const ROUTES: Readonly<Record<string, Route>> = {
  'dev-qa': { fromStatusIds: ['dev', 'review'], toStatusId: 'qa' },
  'qa-dev': route('qa', 'dev'),
  'qa-ops': route('qa', 'ops'),
  'ops-support': route('ops', 'support'),
  'support-qa': route('support', 'qa'),
};
const findRoute = (typeId: string): Route | null => ROUTES[typeId] ?? null;

/** A work item whose handoffs of these types were accepted so many days after the first day, in this order. */
function itemWith(...accepted: readonly (readonly [typeId: string, day: number, more?: Partial<EndedHandoff>])[]) {
  const ended = accepted.map(([typeId, day, more = {}], index): EndedHandoff => {
    const acceptedAt = addMs(START, day * DAY_MS);
    const times = { firstOfferedAt: acceptedAt, lastOfferedAt: acceptedAt, acceptedAt, endedAt: acceptedAt };
    const people = { senderId: 'maya', receiverId: 'ana', endedBy: null };
    const line = { typeId, typeVersion: 1, state: 'CLOSED', attempts: 1, reason: 'complete', rating: null } as const;
    return { handoffId: `10001-${typeId}-${String(index + 90)}`, ...line, ...times, ...people, ...more };
  });
  const world = new HandoffWorld();
  world.record = { ...world.record, ended: ended.toReversed() };
  return { world, facts: ended.map(({ handoffId }) => chainFacts(world.record, handoffId, findRoute)) };
}

describe('the chain of handoffs of a work item', () => {
  it('S-128: each accepted one knows which it is, whatever the types', () => {
    const { facts } = itemWith(['dev-qa', 0], ['qa-ops', 1], ['ops-support', 2], ['support-qa', 90]);
    expect(facts).toEqual([{}, { chainPosition: 2 }, { chainPosition: 3 }, { chainPosition: 4 }]);
  });

  it('S-128, E2: one to oneself and one that nobody accepted are no part of it; one that was voided later is, as in every number', () => {
    const { facts } = itemWith(
      ['dev-qa', 0, { state: 'VOIDED' }],
      ['qa-ops', 1, { senderId: 'ana' }],
      ['ops-support', 2, { state: 'CANCELLED', acceptedAt: null, receiverId: null }],
      ['support-qa', 3],
    );
    expect(facts).toEqual([{}, {}, {}, { chainPosition: 2 }]);
  });

  it('M09, S-022: there, back and there again between two sides within 30 days turns round twice', () => {
    const { facts } = itemWith(['dev-qa', 0], ['qa-dev', 10], ['dev-qa', 30]);
    expect(facts.map(({ reversals }) => reversals)).toEqual([undefined, 1, 2]);
  });

  it('M09: what was accepted more than 30 days before turns nothing round', () => {
    const { facts } = itemWith(['dev-qa', 0], ['qa-dev', 10], ['dev-qa', 31]);
    expect(facts.map(({ reversals }) => reversals)).toEqual([undefined, 1, 1]);
  });

  it('M09: again in the same direction, or on to somebody else, turns nothing round', () => {
    expect(itemWith(['dev-qa', 0], ['dev-qa', 1], ['dev-qa', 2]).facts.map(({ reversals }) => reversals)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const round = itemWith(['dev-qa', 0], ['qa-ops', 1], ['ops-support', 2], ['support-qa', 3], ['qa-dev', 4]);
    expect(round.facts.map(({ reversals }) => reversals)).toEqual([undefined, undefined, undefined, undefined, 1]);
  });

  it('stands in the row from the acceptance on, and stays when it closes', () => {
    const { world } = itemWith(['dev-qa', 0], ['qa-dev', 0]);
    world.later(DAY_MS).accepted();
    const { handoffId } = world.handoff;
    const live = toHandoffRow(world.record, handoffId, null, findRoute);
    expect(live.facts).toMatchObject({ chainPosition: 3, reversals: 2 });
    world.later(8 * DAY_MS).does({ type: 'close', handoffId, reason: 'timeout' }, { actor: { kind: 'system' } });
    expect(toHandoffRow(world.record, handoffId, live).facts).toMatchObject({ chainPosition: 3, reversals: 2 });
  });
});
