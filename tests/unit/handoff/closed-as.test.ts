import { findClosing, toClosedAs } from '../../../src/app/record/closed-as';
import type { StoredRecord } from '../../../src/app/record/stored-record';
import { HandoffWorld } from '../../support/handoff-world';

const { record } = new HandoffWorld().accepted();

/** The record after a change: seen in this project, resolved since then or not. */
function after(before: StoredRecord | null, projectId: string, doneSince?: string): StoredRecord {
  const status = { id: '30', enteredAt: doneSince ?? '', ...(doneSince === undefined ? {} : { doneSince }) };
  const seen = { issueKey: 'SHOP-1', projectId, issueTypeId: null, summary: '', status };
  const empty = {
    rev: 1,
    writeId: '',
    chains: {},
    commandIds: [],
    editChecks: {},
    types: {},
    rounds: [],
    outbox: { mirror: null, notices: {} },
  };
  return { ...empty, record, seen, ...toClosedAs({ record, seen }, before?.closedAs) };
}

describe('a work item as it is counted among the closed', () => {
  const open = after(null, '10');
  const closed = after(open, '10', '2026-03-30T09:00:00.000Z');

  it('M18: counts once when it is resolved, and not again for what changes while it is', () => {
    expect(findClosing(open, closed)).toEqual({ projectId: '10', month: '2026-03', handoffs: 1, was: null });
    expect(findClosing(closed, after(closed, '10', '2026-03-30T09:00:00.000Z'))).toBeNull();
    expect(findClosing(closed, after(closed, '11', '2026-03-30T09:00:00.000Z'))).toBeNull();
  });

  it('M18: reopened and resolved again it counts in another month only, and there in the project it is in', () => {
    const reopened = after(closed, '11');
    expect(findClosing(closed, reopened)).toBeNull();
    expect(findClosing(reopened, after(reopened, '11', '2026-03-31T09:00:00.000Z'))).toBeNull();
    expect(findClosing(reopened, after(reopened, '11', '2026-04-01T09:00:00.000Z'))).toEqual({
      projectId: '11',
      month: '2026-04',
      handoffs: 1,
      was: null,
    });
  });

  it('M18: without an accepted handoff it is not counted', () => {
    const offered = new HandoffWorld().offered().record;
    expect(toClosedAs({ record: offered, seen: closed.seen }, undefined)).toEqual({});
  });
});
