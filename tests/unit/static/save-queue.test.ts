import type { EditAnswer } from '../../../src/contract/handoff-screen';
import type { DraftChange } from '../../../src/domain/handoff/command';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { CallFailure } from '../../../static/kit/bridge/call-failure';
import { fieldId, SAVE_DELAY_MS, SaveQueue } from '../../../static/handoff/draft/save-queue';

const AT = '2026-03-02T09:15:00.000Z';

function handoffWith(versions: Record<string, number>): Handoff {
  const items: Record<string, { value: { kind: 'tick' }; by: string; at: string; version: number }> = {};
  for (const [id, version] of Object.entries(versions)) items[id] = { value: { kind: 'tick' }, by: 'u-maya', at: AT, version };
  return {
    handoffId: '10001-dev-qa-1',
    typeId: 'dev-qa',
    typeVersion: 1,
    state: 'DRAFT',
    attempt: 1,
    createdAt: AT,
    createdBy: 'u-maya',
    sender: { value: 'u-maya', by: 'u-maya', at: AT, version: 1 },
    receiver: null,
    items,
    note: {},
    unlogged: {},
    offer: null,
    firstOfferedAt: null,
    questions: [],
    questionsAsked: 0,
    missedIds: [],
    returns: [],
    acceptance: null,
    rating: null,
    teamNotes: [],
    movedIncompleteAt: null,
    lastOfferedAt: null,
    lastRefusalAt: null,
    changedAt: AT,
  };
}

/** A queue whose saves and timers the test answers by hand. */
function rig() {
  const calls: {
    changes: readonly DraftChange[];
    resolve: (versions: Record<string, number>) => void;
    reject: (error: unknown) => void;
  }[] = [];
  const timers: { run: () => void; delayMs: number }[] = [];
  const saved: EditAnswer[] = [];
  const queue = new SaveQueue({
    save: (typeId, changes) =>
      new Promise((resolve, reject) => {
        calls.push({ changes, resolve: (versions) => resolve({ rev: calls.length, typeId, handoff: handoffWith(versions) }), reject });
      }),
    onSaved: (answer) => saved.push(answer),
    later: (run, delayMs) => {
      const timer = { run, delayMs };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
  });
  const text = (id: string, value: string, basedOn = 0) =>
    queue.put({ typeId: 'dev-qa', field: `item:${id}`, value: { kind: 'text', text: value }, basedOn }, 'soon');
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const sentTexts = (call: number) =>
    calls[call]?.changes.map((change) => (change.field === 'item' && change.value?.kind === 'text' ? change.value.text : '?'));
  return { queue, calls, timers, saved, text, settle, sentTexts };
}

describe('the save queue', () => {
  it('waits a second of rest and then sends all changed fields in one call', () => {
    const { queue, calls, timers, text, sentTexts } = rig();
    text('pr', 'a');
    text('pr', 'ab');
    text('where', 'staging');
    expect(calls).toHaveLength(0);
    expect(timers).toHaveLength(1);
    expect(SAVE_DELAY_MS).toBeGreaterThanOrEqual(1_000);
    timers[0]?.run();
    expect(calls).toHaveLength(1);
    expect(sentTexts(0)).toEqual(['ab', 'staging']);
    expect(queue.getState().status).toBe('saving');
  });

  it('sends a choice at once, with the text that was waiting', () => {
    const { queue, calls, timers, text } = rig();
    text('pr', 'half');
    queue.put({ typeId: 'dev-qa', field: 'item:known', value: { kind: 'noneKnown' }, basedOn: 0 }, 'now');
    expect(calls[0]?.changes).toHaveLength(2);
    expect(timers).toHaveLength(0);
  });

  it('never has two saves on the way, and builds the next on the version the first one made', async () => {
    const { queue, calls, text, settle, sentTexts } = rig();
    text('pr', 'one');
    const done = queue.flush();
    text('pr', 'one two');
    void queue.flush();
    expect(calls).toHaveLength(1);
    calls[0]?.resolve({ pr: 1 });
    await settle();
    expect(calls).toHaveLength(2);
    expect(sentTexts(1)).toEqual(['one two']);
    expect(calls[1]?.changes[0]?.basedOn).toBe(1);
    calls[1]?.resolve({ pr: 2 });
    expect(await done).toBe(true);
    expect(queue.getState()).toMatchObject({ status: 'saved', error: null });
    expect(queue.getState().local.size).toBe(0);
  });

  it('keeps the text after a failure and sends it again when asked', async () => {
    const { queue, calls, text, settle, sentTexts } = rig();
    text('pr', 'kept');
    void queue.flush();
    calls[0]?.reject(new CallFailure(null));
    await settle();
    expect(queue.getState().status).toBe('failed');
    expect(queue.getState().local.get(fieldId('dev-qa', 'item:pr'))?.value).toEqual({ kind: 'text', text: 'kept' });
    void queue.flush();
    expect(sentTexts(1)).toEqual(['kept']);
    calls[1]?.resolve({ pr: 1 });
    await settle();
    expect(queue.getState().status).toBe('saved');
  });

  it('holds back a field somebody else changed, saves the others, and keeps both texts', async () => {
    const { queue, calls, text, settle, sentTexts } = rig();
    text('pr', 'mine', 3);
    text('where', 'staging');
    void queue.flush();
    const current = { value: { kind: 'text', text: 'theirs' }, by: 'u-omar', at: AT, version: 4 };
    calls[0]?.reject(new CallFailure({ code: 'VERSION_CONFLICT', conflicts: [{ field: 'item:pr', current }] }));
    await settle();
    expect(sentTexts(1)).toEqual(['staging']);
    calls[1]?.resolve({ where: 1 });
    await settle();
    const held = queue.getState().local.get(fieldId('dev-qa', 'item:pr'));
    expect(held?.value).toEqual({ kind: 'text', text: 'mine' });
    expect(held?.conflict).toEqual(current);
    queue.keepMine('dev-qa', 'item:pr');
    expect(calls[2]?.changes[0]).toMatchObject({ basedOn: 4, value: { text: 'mine' } });
  });

  it('drops its own text when the other one is chosen', async () => {
    const { queue, calls, text, settle } = rig();
    text('pr', 'mine', 3);
    void queue.flush();
    const current = { value: { kind: 'text', text: 'theirs' }, by: 'u-omar', at: AT, version: 4 };
    calls[0]?.reject(new CallFailure({ code: 'VERSION_CONFLICT', conflicts: [{ field: 'item:pr', current }] }));
    await settle();
    queue.keepTheirs('dev-qa', 'item:pr');
    expect(queue.getState().local.size).toBe(0);
    expect(calls).toHaveLength(1);
  });

  it('sees its own save in a conflict when only the answer was lost', async () => {
    const { queue, calls, text, settle } = rig();
    text('pr', 'mine');
    void queue.flush();
    calls[0]?.reject(new CallFailure(null));
    await settle();
    void queue.flush();
    const current = { value: { text: 'mine', kind: 'text' }, by: 'u-maya', at: AT, version: 1 };
    calls[1]?.reject(new CallFailure({ code: 'VERSION_CONFLICT', conflicts: [{ field: 'item:pr', current }] }));
    await settle();
    expect(calls[2]?.changes[0]?.basedOn).toBe(1);
    calls[2]?.resolve({ pr: 2 });
    await settle();
    expect(queue.getState().status).toBe('saved');
  });
});
