import type { ScreenCard, ScreenState, ScreenViewer } from '../../../src/domain/handoff/screen-state';
import { openCardIndex, screenState } from '../../../src/domain/handoff/screen-state';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import { DAY_MS, HandoffWorld, MINUTE_MS, SYSTEM, aHandoffType, sixThings } from '../../support/handoff-world';

type Look = Partial<ScreenViewer> & Partial<ScreenCard>;

/** What a viewer sees of a world's only handoff: Maya, with the right to edit, unless said otherwise. */
function seen(
  world: HandoffWorld,
  look: Look = {},
): [ScreenState['row'], ScreenState['primaryAction'], ...ScreenState['secondaryActions']] {
  const handoff = world.record.handoffs.at(-1) ?? null;
  const card: ScreenCard = {
    handoff,
    ended: handoff === null ? (world.record.ended[0] ?? null) : null,
    left: whatIsLeft(handoff, world.handoffType, world.issue),
    viewerIsCandidate: false,
    startsHere: handoff === null && world.record.ended.length === 0,
    movedNotOfferedSince: null,
    ...look,
  };
  const viewer: ScreenViewer = { accountId: 'maya', canEdit: true, readOnly: false, now: world.now, marksRequiredMissing: false, ...look };
  const { row, primaryAction, secondaryActions } = screenState(card, viewer);
  return [row, primaryAction, ...secondaryActions];
}

const ana: Look = { accountId: 'ana', canEdit: true, viewerIsCandidate: true };
const ben: Look = { accountId: 'ben', canEdit: true };
const eve: Look = { accountId: 'eve', canEdit: false };
const asked = (world: HandoffWorld): HandoffWorld => {
  world.does({ type: 'ask', handoffId: world.handoff.handoffId, text: 'Which build?' }, { by: 'ana', actorIsCandidate: true });
  return world;
};
const answered = (world: HandoffWorld): HandoffWorld => {
  const { handoffId, questions } = world.handoff;
  world.does({ type: 'answer', handoffId, questionId: questions[0]!.questionId, text: 'Build 41' });
  return world;
};
const pool = (): HandoffWorld => new HandoffWorld(aHandoffType({ receiver: { kind: 'group', groupId: 'qa', groupName: 'QA' } })).offered();

describe('screenState, row by row of the panel', () => {
  it('off: nothing is prepared and nothing starts here', () => {
    expect(seen(new HandoffWorld(), { startsHere: false })).toEqual(['off', null]);
  });

  it('nothing prepared', () => {
    expect(seen(new HandoffWorld())).toEqual(['nothingPrepared', 'handOff']);
    expect(seen(new HandoffWorld(), eve)).toEqual(['nothingPrepared', null]);
  });

  it('draft, n left: whoever can edit has the button', () => {
    const world = new HandoffWorld();
    world.does(world.edit(sixThings()[0]!));
    expect(seen(world)).toEqual(['draft', 'handOff', 'withdraw']);
    expect(seen(world, ben)).toEqual(['draft', 'handOff', 'withdraw']);
    expect(seen(world, eve)).toEqual(['draftOthers', null]);
  });

  it('ready: the sender and whoever can edit have the button, others read', () => {
    const world = new HandoffWorld().prepared();
    expect(seen(world)).toEqual(['ready', 'handOff']);
    expect(seen(world, ben)).toEqual(['draftOthers', 'handOff']);
    expect(seen(world, eve)).toEqual(['draftOthers', null]);
    expect(seen(world, ana)).toEqual(['draftOthers', null]);
  });

  it('handing off: Retry after a minute', () => {
    const world = new HandoffWorld().prepared();
    const movedNotOfferedSince = world.now;
    world.later(MINUTE_MS - 1);
    expect(seen(world, { movedNotOfferedSince })).toEqual(['handingOff', null]);
    expect(seen(world.later(1), { movedNotOfferedSince })).toEqual(['handingOff', 'retry']);
  });

  it('moved while incomplete is a draft with things left', () => {
    const world = new HandoffWorld();
    world.does(world.edit(sixThings()[0]!));
    expect(seen(world, { movedNotOfferedSince: world.now })[0]).toBe('draft');
  });

  it('waiting, sender: Remind once', () => {
    const world = new HandoffWorld().offered();
    expect(seen(world)).toEqual(['waitingSender', null, 'remind', 'changeReceiver', 'supersede', 'takeBack']);
    world.does({ type: 'remind', handoffId: world.handoff.handoffId });
    expect(seen(world, ben)).toEqual(['waitingSender', null, 'changeReceiver', 'takeBack']);
    expect(seen(world, eve)).toEqual(['waitingSender', null]);
  });

  it('waiting, named receiver', () => {
    expect(seen(new HandoffWorld().offered(), ana)).toEqual(['waitingReceiver', 'accept', 'ask', 'return']);
    expect(seen(new HandoffWorld().offered(), { ...ana, marksRequiredMissing: true })).toEqual(['waitingReceiver', 'return', 'ask']);
  });

  it('waiting, group member; the sender of the group is no member', () => {
    expect(seen(pool(), ana)).toEqual(['waitingGroup', 'take', 'ask', 'return']);
    expect(seen(pool(), { viewerIsCandidate: true })).toEqual(['waitingSender', null, 'changeReceiver', 'supersede', 'takeBack']);
    expect(seen(asked(pool()))[1]).toBe('answer');
  });

  it('checking, receiver: Give back only where others could take it', () => {
    expect(seen(asked(new HandoffWorld().offered()), ana)).toEqual(['checkingReceiver', 'accept', 'ask', 'return']);
    const world = pool();
    world.does({ type: 'take', handoffId: world.handoff.handoffId }, { by: 'ana', actorIsCandidate: true });
    expect(seen(world, ana)).toEqual(['checkingReceiver', 'accept', 'ask', 'return', 'giveBack']);
    expect(seen(world, { ...ana, marksRequiredMissing: true })).toEqual(['checkingReceiver', 'return', 'ask', 'giveBack']);
    expect(seen(world, { accountId: 'cleo', viewerIsCandidate: true })).toEqual(['checkingOther', null]);
    expect(seen(world, eve)).toEqual(['checkingOther', null]);
  });

  it('checking, sender: Answer while a question is open', () => {
    const world = asked(new HandoffWorld().offered());
    expect(seen(world)).toEqual(['checkingSender', 'answer']);
    expect(seen(world, ben)).toEqual(['checkingSender', 'answer']);
    expect(seen(answered(world))).toEqual(['checkingSender', null]);
  });

  it('returned: the sending side fixes it, also once it began to; the receiver reads', () => {
    const world = new HandoffWorld().returned();
    expect(seen(world)).toEqual(['returnedSender', 'handOffAgain']);
    expect(seen(world, ben)).toEqual(['returnedSender', 'handOffAgain']);
    expect(seen(world, ana)).toEqual(['returnedReceiver', null]);
    expect(seen(world, eve)).toEqual(['returnedReceiver', null]);
    world.does({ type: 'revise', handoffId: world.handoff.handoffId });
    expect(seen(world)).toEqual(['returnedSender', 'handOffAgain']);
    expect(seen(world, { ...ana, viewerIsCandidate: false })).toEqual(['returnedReceiver', null]);
  });

  it('accepted, receiver: the rating row until it is rated or too late', () => {
    const world = new HandoffWorld().accepted();
    expect(seen(world, ana)).toEqual(['acceptedReceiver', 'rate', 'addNote', 'recordRework']);
    expect(seen(world, { ...ana, startsHere: true })).toEqual(['acceptedReceiver', 'rate', 'addNote', 'recordRework', 'prepareNext']);
    world.does({ type: 'rate', handoffId: world.handoff.handoffId, value: 5, comment: null }, { by: 'ana' });
    expect(seen(world, ana)).toEqual(['acceptedReceiver', null, 'rate', 'addNote', 'recordRework']);
    expect(seen(world.later(8 * DAY_MS), ana)).toEqual(['acceptedReceiver', null, 'addNote', 'recordRework']);
  });

  it('accepted, sender: Answer what is open; E29: the next one where the work item came back', () => {
    expect(seen(new HandoffWorld().accepted())).toEqual(['acceptedSender', null, 'addNote']);
    expect(seen(new HandoffWorld().accepted(), { startsHere: true })).toEqual(['acceptedSender', 'prepareNext', 'addNote']);
    const world = asked(new HandoffWorld().offered());
    world.does(world.accept(), { by: 'ana' });
    expect(seen(world)).toEqual(['acceptedSender', 'answer', 'addNote']);
    expect(seen(world, eve)).toEqual(['acceptedSender', null]);
  });

  it('closed, withdrawn', () => {
    const closed = new HandoffWorld().accepted().later(8 * DAY_MS);
    closed.does({ type: 'close', handoffId: closed.handoff.handoffId, reason: 'timeout' }, { actor: SYSTEM });
    expect(seen(closed)).toEqual(['closed', null]);
    expect(seen(closed, { startsHere: true })).toEqual(['closed', 'prepareNext']);
    expect(seen(closed, ana)).toEqual(['closed', null, 'recordRework']);
    expect(seen(closed.later(23 * DAY_MS), ana)).toEqual(['closed', null]);
    const withdrawn = new HandoffWorld().offered();
    withdrawn.does({ type: 'withdraw', handoffId: withdrawn.handoff.handoffId, reason: 'Wrong branch' });
    expect(seen(withdrawn)).toEqual(['withdrawn', 'startAgain']);
    expect(seen(withdrawn, eve)).toEqual(['withdrawn', null]);
  });

  it('a lapsed licence leaves the row and takes the actions', () => {
    expect(seen(new HandoffWorld().offered(), { ...ana, readOnly: true })).toEqual(['waitingReceiver', null]);
  });

  it('E28: of two cards the one that is waited for is open', () => {
    const state = (primaryAction: ScreenState['primaryAction']): ScreenState => ({ row: 'draft', primaryAction, secondaryActions: [] });
    expect(openCardIndex([state('handOff'), state('accept')])).toBe(1);
    expect(openCardIndex([state(null), state('rate')])).toBe(1);
    expect(openCardIndex([state(null), state(null)])).toBe(0);
    expect(openCardIndex([])).toBe(0);
  });
});
