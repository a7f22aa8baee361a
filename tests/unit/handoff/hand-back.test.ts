import type { HandoffType } from '../../../src/domain/type/handoff-type';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { HandoffWorld, MINUTE_MS, SYSTEM, aHandoffType, someIssueFacts } from '../../support/handoff-world';

const WAY_BACK: HandoffType = aHandoffType({
  typeId: 'qa-dev',
  name: 'QA → Dev',
  route: { fromStatusIds: ['20'], toStatusId: '10' },
  items: aHandoffType().items.filter(({ itemId }) => itemId !== 'how'),
});
const back = (world: HandoffWorld) =>
  ({ type: 'handBack', typeId: 'qa-dev', acceptedId: world.record.handoffs[0]?.handoffId ?? '' }) as const;
const ana = { by: 'ana', handoffType: WAY_BACK, issue: someIssueFacts({ statusId: '20', assigneeId: 'ana' }) };

describe('hand back (E23)', () => {
  it('E23: begins a handoff to who handed it over, with what is known in it and the note to be written', () => {
    const world = new HandoffWorld().accepted();
    const accepted = world.handoff;
    expect(world.does(back(world), ana)).toEqual(['created', 'item_changed']);
    expect(world.record.handoffs.map(({ typeId, state }) => [typeId, state])).toEqual([
      ['dev-qa', 'ACCEPTED'],
      ['qa-dev', 'DRAFT'],
    ]);
    expect(world.handoff).toMatchObject({
      handsBack: accepted.handoffId,
      sender: { value: 'ana' },
      receiver: { value: { kind: 'person', accountId: 'maya' } },
      items: { pr: { value: accepted.items['pr']?.value, by: 'ana' }, where: { value: accepted.items['where']?.value } },
      note: {},
    });
    expect(Object.keys(world.handoff.items).sort()).toEqual(['pr', 'where']);
  });

  it('E23 S-022: it counts as going to and fro, also after it ended', () => {
    const world = new HandoffWorld().accepted();
    world.does(back(world), ana);
    const { handoffId } = world.handoff;
    const live = toHandoffRow(world.record, handoffId, null);
    expect(live.facts.handsBack).toBe(true);
    world.does({ type: 'withdraw', handoffId, reason: '' }, ana);
    expect(toHandoffRow(world.record, handoffId, live).facts.handsBack).toBe(true);
    const accepted = world.record.handoffs[0]?.handoffId ?? '';
    expect(toHandoffRow(world.record, accepted, null).facts.handsBack).toBeUndefined();
  });

  it('E23: only whoever accepted, for 30 minutes, and nothing under way there already', () => {
    const world = new HandoffWorld().accepted();
    for (const by of ['maya', 'ben']) expect(world.refusalOf(back(world), { ...ana, by })).toBe('FORBIDDEN');
    expect(world.refusalOf(back(world), { ...ana, actor: SYSTEM })).toBe('FORBIDDEN');
    expect(world.refusalOf(back(world), { ...ana, actorCanEdit: false })).toBe('FORBIDDEN');
    expect(world.refusalOf({ ...back(world), acceptedId: 'none' }, ana)).toBe('NOT_FOUND');
    world.later(29 * MINUTE_MS);
    const late = new HandoffWorld().accepted().later(30 * MINUTE_MS);
    expect(late.refusalOf(back(late), ana)).toBe('WINDOW_CLOSED');
    const waiting = new HandoffWorld().offered();
    expect(waiting.refusalOf(back(waiting), ana)).toBe('INVALID_STATE');
    world.does(back(world), ana);
    expect(world.refusalOf(back(world), ana)).toBe('ACTIVE_EXISTS');
  });
});
