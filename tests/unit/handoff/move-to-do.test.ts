import { findMoveToDo } from '../../../src/domain/handoff/move-to-do';
import { DAY_MS, HandoffWorld, aHandoffType } from '../../support/handoff-world';

const { route } = aHandoffType();
const from = route.fromStatusIds[0] ?? '';
const LONG_AGO = '2020-01-01T00:00:00.000Z';

function accepted(): HandoffWorld {
  const world = new HandoffWorld().offered();
  const { handoffId, offer } = world.handoff;
  world.does({ type: 'accept', handoffId, digest: offer?.digest ?? '', nextStep: null }, { by: 'ana', actorIsCandidate: true });
  return world;
}

function returned(): HandoffWorld {
  const world = new HandoffWorld().offered();
  const { handoffId } = world.handoff;
  world.does(
    { type: 'return', handoffId, reason: 'The link is broken', itemIds: [], sectionIds: [] },
    { by: 'ana', actorIsCandidate: true },
  );
  return world;
}

describe('findMoveToDo', () => {
  const atAcceptance = { opensAt: 'acceptance', route } as const;
  const atOffer = { opensAt: 'offer', route } as const;

  it('T11: an acceptance owes the move on while the work item stands where it stood', () => {
    const { handoff } = accepted();
    expect(findMoveToDo(handoff, atAcceptance, from, { id: from, enteredAt: LONG_AGO })).toEqual({
      toStatusIds: [route.toStatusId],
      by: 'ana',
    });
    expect(findMoveToDo(handoff, atOffer, from, { id: from, enteredAt: LONG_AGO })).toBeNull();
  });

  it('E29: a work item that came back afterwards owes nothing', () => {
    const world = accepted();
    world.later(DAY_MS);
    expect(findMoveToDo(world.handoff, atAcceptance, from, { id: from, enteredAt: world.now })).toBeNull();
    expect(findMoveToDo(world.handoff, atAcceptance, from, { id: route.toStatusId, enteredAt: LONG_AGO })).toBeNull();
    expect(findMoveToDo(world.handoff, atAcceptance, from, null)).toBeNull();
  });

  it('T12: a return owes the move back, along any of the ways', () => {
    const { handoff } = returned();
    const { toStatusId } = route;
    expect(findMoveToDo(handoff, atOffer, toStatusId, { id: toStatusId, enteredAt: LONG_AGO })).toEqual({
      toStatusIds: route.fromStatusIds,
      by: 'ana',
    });
    expect(findMoveToDo(handoff, atOffer, from, { id: from, enteredAt: LONG_AGO })).toBeNull();
  });

  it('nothing is owed before a decision', () => {
    expect(
      findMoveToDo(new HandoffWorld().offered().handoff, atOffer, route.toStatusId, { id: route.toStatusId, enteredAt: LONG_AGO }),
    ).toBeNull();
  });
});
