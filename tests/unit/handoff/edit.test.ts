import type { DraftChange } from '../../../src/domain/handoff/command';
import { MAX_PACKAGE_BYTES } from '../../../src/domain/handoff/limits';
import { replay } from '../../../src/domain/handoff/evolve';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import { DAY_MS, HandoffWorld, MINUTE_MS, SYSTEM, aHandoffType, sixThings, someIssueFacts } from '../../support/handoff-world';

const where = (text: string, basedOn = 0): DraftChange => ({ field: 'item', id: 'where', value: { kind: 'text', text }, basedOn });
const tick = (basedOn = 0): DraftChange => ({ field: 'item', id: 'tested', value: { kind: 'tick' }, basedOn });

describe('edit: the draft begins (T1)', () => {
  it('T1: the first edit creates the draft, from the assignee to the preselected receiver', () => {
    const world = new HandoffWorld();
    expect(world.does(world.edit(tick()), { by: 'ben' })).toEqual(['created', 'item_changed']);
    expect(world.handoff).toMatchObject({
      handoffId: '10001-dev-qa-1',
      state: 'DRAFT',
      attempt: 1,
      createdBy: 'ben',
      sender: { value: 'maya', by: 'ben', version: 1 },
      receiver: { value: { kind: 'person', accountId: 'ana' } },
      items: { tested: { value: { kind: 'tick' }, by: 'ben', at: world.now, version: 1 } },
    });
  });

  it('the editor is the sender of an unassigned work item', () => {
    const world = new HandoffWorld(aHandoffType(), someIssueFacts({ assigneeId: null }));
    world.does(world.edit(tick()), { by: 'ben' });
    expect(world.handoff.sender.value).toBe('ben');
  });

  it('the sender is never preselected as receiver (I6)', () => {
    const world = new HandoffWorld();
    world.does(world.edit(tick()), { defaultReceiver: { kind: 'person', accountId: 'maya' } });
    expect(world.handoff.receiver).toBeNull();
  });

  it('nobody is preselected where the type names the receiver', () => {
    const world = new HandoffWorld(aHandoffType({ receiver: { kind: 'group', groupId: 'g1', groupName: 'QA' } }));
    world.does(world.edit(tick()));
    expect(world.handoff.receiver).toBeNull();
  });

  it('sender and receiver chosen first stand in the new draft', () => {
    const world = new HandoffWorld();
    const events = world.does(
      world.edit(
        { field: 'sender', value: 'ben', basedOn: 0 },
        { field: 'receiver', value: { kind: 'person', accountId: 'cleo' }, basedOn: 0 },
      ),
    );
    expect(events).toEqual(['created']);
    expect(world.handoff).toMatchObject({ sender: { value: 'ben' }, receiver: { value: { accountId: 'cleo' } } });
  });

  it('clearing what was never filled creates nothing', () => {
    const world = new HandoffWorld();
    expect(
      world.does(
        world.edit({ field: 'item', id: 'where', value: null, basedOn: 0 }, { field: 'section', id: 'situation', value: '', basedOn: 0 }),
      ),
    ).toEqual([]);
    expect(world.record.handoffs).toEqual([]);
  });

  it('needs a person with the right to edit the work item', () => {
    const world = new HandoffWorld();
    expect(world.refusalOf(world.edit(tick()), { actorCanEdit: false })).toBe('FORBIDDEN');
    expect(world.refusalOf(world.edit(tick()), { actor: SYSTEM })).toBe('FORBIDDEN');
    expect(world.refusalOf(world.edit(tick()), { actor: { kind: 'automation', accountId: 'bot' } })).toBe('FORBIDDEN');
  });

  it('I1: a second edit goes into the same draft', () => {
    const world = new HandoffWorld();
    world.does(world.edit(tick()));
    world.does(world.edit(where('Staging')));
    expect(world.record.handoffs).toHaveLength(1);
  });

  it('E29: after acceptance the next edit begins the next handoff', () => {
    const world = new HandoffWorld().accepted();
    expect(world.does(world.edit(tick()))).toEqual(['created', 'item_changed']);
    expect(world.record.handoffs.map(({ handoffId, state }) => [handoffId, state])).toEqual([
      ['10001-dev-qa-1', 'ACCEPTED'],
      ['10001-dev-qa-2', 'DRAFT'],
    ]);
  });

  it('a fourth handoff makes room by closing an accepted one early, a rated one first', () => {
    const world = new HandoffWorld().accepted().accepted();
    world.does({ type: 'rate', handoffId: world.handoff.handoffId, value: 4, comment: null }, { by: 'ana' });
    world.accepted();
    expect(world.does(world.edit(tick()))).toEqual(['closed', 'created', 'item_changed']);
    expect(world.record.ended).toMatchObject([{ handoffId: '10001-dev-qa-2', state: 'CLOSED', reason: 'complete' }]);
    world.does({ type: 'withdraw', handoffId: world.handoff.handoffId, reason: '' });
    expect(world.accepted().does(world.edit(tick()))).toEqual(['closed', 'created', 'item_changed']);
    expect(world.record.ended[0]).toMatchObject({ handoffId: '10001-dev-qa-1', reason: 'timeout' });
  });

  it('TOO_MANY_LIVE: refuses a fourth where three are active', () => {
    const world = new HandoffWorld();
    for (const typeId of ['one', 'two', 'three']) {
      const handoffType = aHandoffType({ typeId });
      world.does({ type: 'edit', typeId, changes: [tick()] }, { handoffType });
    }
    expect(world.refusalOf(world.edit(tick()))).toBe('TOO_MANY_LIVE');
  });
});

describe('edit: what a field takes (T2)', () => {
  const refusal = (change: DraftChange, hasDescription = false): string | null => {
    const world = new HandoffWorld(aHandoffType(), someIssueFacts({ hasDescription }));
    return world.refusalOf(world.edit(change));
  };
  const item = (id: string, value: Extract<DraftChange, { field: 'item' }>['value']): DraftChange => ({
    field: 'item',
    id,
    value,
    basedOn: 0,
  });

  it.each([
    ['S-073: a link that is no URL', item('pr', { kind: 'link', url: 'PR 7' }), 'INVALID_VALUE'],
    ['a link of another scheme', item('pr', { kind: 'link', url: 'javascript:alert(1)' }), 'INVALID_VALUE'],
    ['text where a link belongs', item('pr', { kind: 'text', text: 'PR 7' }), 'INVALID_VALUE'],
    ['a tick where text belongs', item('where', { kind: 'tick' }), 'INVALID_VALUE'],
    ['S-121: "none known" where it is not offered', item('where', { kind: 'noneKnown' }), 'INVALID_VALUE'],
    ['"in the description" where it is not offered', item('where', { kind: 'inDescription' }), 'INVALID_VALUE'],
    ['"in the description" without a description', item('how', { kind: 'inDescription' }), 'INVALID_VALUE'],
    ['an answer to an item read from a field', item('fix-version', { kind: 'text', text: '1.2' }), 'INVALID_VALUE'],
    ['an answer to an item read from attachments', item('screens', { kind: 'tick' }), 'INVALID_VALUE'],
    ['not applicable without a reason', item('pr', { kind: 'notApplicable', reason: ' ' }), 'REASON_REQUIRED'],
    ['not applicable because n/a', item('pr', { kind: 'notApplicable', reason: 'n/a' }), 'REASON_REQUIRED'],
    ['an item the type does not have', item('nope', { kind: 'tick' }), 'UNKNOWN_FIELD'],
    ['a section the type does not have', { field: 'section', id: 'nope', value: 'x', basedOn: 0 } satisfies DraftChange, 'UNKNOWN_FIELD'],
    [
      'the sender as receiver (SELF_HANDOFF)',
      { field: 'receiver', value: { kind: 'person', accountId: 'maya' }, basedOn: 0 } satisfies DraftChange,
      'SELF_HANDOFF',
    ],
  ])('refuses %s', (_name, change, code) => {
    expect(refusal(change)).toBe(code);
  });

  it.each([
    ['a web link', item('pr', { kind: 'link', url: 'https://git.example/pr/7' })],
    ['"none known" where it is offered', item('issues', { kind: 'noneKnown' })],
    ['a field item that is not applicable', item('fix-version', { kind: 'notApplicable', reason: 'Not released by us' })],
    ['text that says nothing yet, so that nothing typed is lost', item('where', { kind: 'text', text: 'ok' })],
  ])('takes %s', (_name, change) => {
    expect(refusal(change)).toBeNull();
  });

  it('takes "in the description" when there is one', () => {
    expect(refusal(item('how', { kind: 'inDescription' }), true)).toBeNull();
  });

  it('refuses the same field twice in one save', () => {
    const world = new HandoffWorld();
    expect(world.refusalOf(world.edit(where('a'), where('b')))).toBe('INVALID_VALUE');
  });

  it('E36, PACKAGE_TOO_LARGE: refuses text beyond 64 KiB and lets it be shortened', () => {
    const world = new HandoffWorld();
    const long = '界'.repeat(MAX_PACKAGE_BYTES / 3);
    expect(world.refusalOf(world.edit(where(long)))).toBe('PACKAGE_TOO_LARGE');
    world.does(world.edit(where(long.slice(1000))));
    expect(world.refusalOf(world.edit({ field: 'section', id: 'situation', value: long.slice(0, 2000), basedOn: 0 }))).toBe(
      'PACKAGE_TOO_LARGE',
    );
    expect(world.refusalOf(world.edit(where('short', 1)))).toBeNull();
  });
});

describe('edit: two people at once (domain.md 4.7)', () => {
  it('different fields merge', () => {
    const world = new HandoffWorld();
    world.does(world.edit(where('Staging')));
    expect(world.refusalOf(world.edit(tick()), { by: 'ben' })).toBeNull();
    expect(Object.keys(world.handoff.items)).toEqual(['where', 'tested']);
  });

  it('VERSION_CONFLICT: the same field changed meanwhile is refused with what stands there', () => {
    const world = new HandoffWorld();
    world.does(world.edit(where('Staging')), { by: 'ben' });
    const before = world.record;
    const { refusal } = world.run(world.edit(where('Production'), tick()));
    expect(refusal).toEqual({
      code: 'VERSION_CONFLICT',
      conflicts: [{ field: 'item:where', current: { value: { kind: 'text', text: 'Staging' }, by: 'ben', at: world.now, version: 1 } }],
    });
    expect(world.record).toBe(before);
  });

  it('both wanting the same is no conflict and no event', () => {
    const world = new HandoffWorld();
    world.does(world.edit(tick()), { by: 'ben' });
    expect(world.does(world.edit(tick()))).toEqual([]);
  });

  it('writing over a draft that was withdrawn meanwhile is a conflict, not a new draft', () => {
    const world = new HandoffWorld();
    world.does(world.edit(tick()));
    world.does({ type: 'withdraw', handoffId: world.handoff.handoffId, reason: '' });
    expect(
      world.run(world.edit({ field: 'item', id: 'tested', value: { kind: 'notApplicable', reason: 'No code' }, basedOn: 1 })).refusal,
    ).toEqual({
      code: 'VERSION_CONFLICT',
      conflicts: [{ field: 'item:tested', current: null }],
    });
  });

  it('INVALID_STATE: what was handed over is not edited in place', () => {
    const world = new HandoffWorld().offered();
    expect(world.refusalOf(world.edit(tick()))).toBe('INVALID_STATE');
    world.does({ type: 'ask', handoffId: world.handoff.handoffId, text: 'Which build?' }, { by: 'ana' });
    expect(world.refusalOf(world.edit(tick()))).toBe('INVALID_STATE');
  });
});

describe('edit: text is logged once', () => {
  it('saves by one person within ten minutes change the record and log nothing', () => {
    const world = new HandoffWorld();
    expect(world.does(world.edit(where('Sta')))).toEqual(['created', 'text_saved']);
    expect(world.later(9 * MINUTE_MS).does(world.edit(where('Staging', 1)))).toEqual(['text_saved']);
    expect(world.handoff.items['where']).toMatchObject({ value: { text: 'Staging' }, version: 2 });
    expect(world.handoff.unlogged).toEqual({ 'item:where': { by: 'maya', since: '2026-03-02T09:00:00.000Z' } });
  });

  it('typing on after ten minutes logs what stood there', () => {
    const world = new HandoffWorld();
    world.does(world.edit(where('Staging')));
    expect(world.later(10 * MINUTE_MS).does(world.edit(where('Staging, build 41', 1)))).toEqual(['item_changed', 'text_saved']);
    expect(world.log.at(-1)).toMatchObject({ changes: [{ id: 'where', value: { text: 'Staging' }, by: 'maya', version: 1 }] });
  });

  it('another person writing logs the first one’s text', () => {
    const world = new HandoffWorld();
    world.does(world.edit({ field: 'section', id: 'situation', value: 'It is fixed', basedOn: 0 }));
    expect(world.does(world.edit(where('Staging')), { by: 'ben' })).toEqual(['note_changed', 'text_saved']);
    expect(world.log.at(-1)).toMatchObject({ actor: { accountId: 'ben' }, changes: [{ by: 'maya', value: 'It is fixed' }] });
  });

  it('the next other command logs all of it, before its own event, and replay then rebuilds the record', () => {
    const world = new HandoffWorld();
    world.does(world.edit(...sixThings()));
    expect(world.does({ type: 'offer', handoffId: world.handoff.handoffId })).toEqual(['item_changed', 'note_changed', 'offered']);
    expect(world.handoff.unlogged).toEqual({});
    expect(replay('10001', '10', world.log)).toEqual(world.record);
  });

  it('text that repeats the title of the work item is marked, so that every surface counts the same', () => {
    const world = new HandoffWorld();
    world.does(world.edit({ field: 'section', id: 'situation', value: 'checkout fails for gift cards.', basedOn: 0 }));
    expect(world.handoff.note['situation']?.repeatsTitle).toBe(true);
    expect(whatIsLeft(world.handoff, world.handoffType, null).map(({ id }) => id)).toContain('situation');
  });
});

describe('edit: a revision begins (T13)', () => {
  it('the first change after a return begins the next attempt: what was named is cleared, the rest kept', () => {
    const world = new HandoffWorld().returned(['where'], ['situation']);
    expect(world.does(world.edit(tick()))).toEqual(['revised', 'item_changed']);
    expect(world.handoff).toMatchObject({ state: 'DRAFT', attempt: 2, offer: null, questions: [] });
    expect(world.handoff.items['where']).toMatchObject({ value: null, version: 2 });
    expect(world.handoff.note['situation']).toMatchObject({ value: null, version: 2 });
    expect(world.handoff.items['pr']?.value).toEqual({ kind: 'link', url: 'https://git.example/pr/7' });
    expect(world.log.at(-1)?.attempt).toBe(2);
  });

  it('the writer of a named field names the version seen before the revision, even to write the same again', () => {
    const world = new HandoffWorld().returned();
    expect(world.does(world.edit(where('Staging, build 41', 1)))).toEqual(['revised', 'text_saved']);
    expect(world.handoff.items['where']).toMatchObject({ value: { text: 'Staging, build 41' }, version: 3 });
  });

  it('saving what stands there begins no revision', () => {
    const world = new HandoffWorld().returned();
    expect(world.does(world.edit({ field: 'item', id: 'issues', value: { kind: 'noneKnown' }, basedOn: 1 }))).toEqual([]);
    expect(world.handoff.state).toBe('RETURNED');
  });

  it('revise begins it without a change, only after a return', () => {
    const world = new HandoffWorld().returned().later(DAY_MS);
    const command = { type: 'revise', handoffId: world.handoff.handoffId } as const;
    expect(world.refusalOf(command, { by: 'ana', actorCanEdit: false })).toBe('FORBIDDEN');
    expect(world.does(command)).toEqual(['revised']);
    expect(world.refusalOf(command)).toBe('INVALID_STATE');
  });
});
