import { decide } from '../../src/domain/handoff/decide-all';
import type { JiraIssue } from '../../src/app/ports/issues';
import type { RecordChange } from '../../src/app/ports/record-store';
import { StoreFault } from '../../src/app/ports/store-fault';
import { observeIssue } from '../../src/app/observe-issue';
import type { StoredRecord } from '../../src/app/record/stored-record';
import { toTypeRef } from '../../src/app/record/stored-record';
import { repairRecord } from '../../src/app/repair-projections';
import { HandoffWorld, sha256 } from '../support/handoff-world';

const MOVED_AT = '2026-03-02T09:01:00.000Z';

function storedWith(world: HandoffWorld, rev: number, status: { id: string; enteredAt: string }): StoredRecord {
  const { handoffType, record, issue } = world;
  return {
    rev,
    record,
    seen: { issueKey: issue.issueKey, projectId: record.projectId, issueTypeId: '1', summary: issue.summary, status },
    chains: Object.fromEntries(record.handoffs.map(({ handoffId }) => [handoffId, { seq: world.log.length, hash: 'h' }])),
    commandIds: [],
    writeId: 'w',
    editChecks: {},
    types: { [toTypeRef(handoffType.typeId, handoffType.version)]: handoffType },
    rounds: [],
    outbox: { mirror: null, notices: {} },
  };
}

function issueIn(statusId: string): JiraIssue {
  return {
    id: '10001',
    key: 'SHOP-1',
    projectId: '10',
    projectKey: 'SHOP',
    issueTypeId: '1',
    summary: 'Checkout fails for gift cards',
    statusId,
    statusName: '',
    isDone: false,
    assignee: null,
    hasDescription: false,
    fieldTexts: {},
    attachments: [],
    filledFieldIds: [],
    fieldMarks: {},
    userFields: {},
  };
}

/** Storage whose first write loses against the offer of a move; the work item was looked at before that move, and again after it. */
function racingPorts(): { ports: Parameters<typeof repairRecord>[0]; commits: RecordChange[] } {
  const before = storedWith(new HandoffWorld().prepared(), 3, { id: '5', enteredAt: '2026-03-02T08:00:00.000Z' });
  const after = storedWith(new HandoffWorld().offered(), 4, { id: '20', enteredAt: MOVED_AT });
  const commits: RecordChange[] = [];
  const looks = ['10', '20'];
  let present = before;
  const unused = () => Promise.reject(new Error('not part of this story'));
  return {
    commits,
    ports: {
      records: {
        find: () => Promise.resolve(present),
        create: unused,
        commit(change) {
          commits.push(change);
          if (present === after) return Promise.resolve();
          present = after;
          return Promise.reject(new StoreFault('conflict'));
        },
        findRound: () => Promise.resolve(null),
        findEnded: unused,
      },
      decide,
      screens: { read: unused, findSettings: unused, saveSettings: unused, saveOwnSettings: unused },
      people: {
        getMany: unused,
        getZones: unused,
        getOwnZone: unused,
        findViewers: unused,
      },
      configs: {
        find: () => Promise.resolve(null),
      },
      rules: { listRules: unused, listWorkflows: unused },
      issues: { get: () => Promise.resolve(issueIn(looks.shift() ?? '20')), findVisible: unused },
      queue: { push: () => Promise.resolve() },
      machine: { now: () => '2026-03-02T09:02:00.000Z', newId: () => 'id', newSalt: () => 'salt', sha256, pause: () => Promise.resolve() },
      log: { info: () => undefined, warn: () => undefined, fault: () => undefined },
    },
  };
}

describe('a look at the work item that is older than the record', () => {
  it.each([
    ['a repair', repairRecord],
    ['an observation', (ports: Parameters<typeof repairRecord>[0], issueId: string) => observeIssue(ports, issueId, null)],
  ])('is not taken for a move back by %s: what was just handed off stays handed off', async (_who, act) => {
    const { ports, commits } = racingPorts();
    await act(ports, '10001');
    const stands = commits.at(-1);
    expect(commits.flatMap(({ events }) => events).map(({ sealed }) => (sealed.body as { type: string }).type)).not.toContain('returned');
    expect(stands?.stored.record.handoffs.map(({ state }) => state)).not.toContain('RETURNED');
  });
});
