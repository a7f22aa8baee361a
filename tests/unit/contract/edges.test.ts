import fc from 'fast-check';

import type { AppPorts } from '../../../src/app/ports/app-ports';
import { handleProductEvent } from '../../../src/entry/events';
import { runWork, type WorkPorts } from '../../../src/entry/queue-consumer';
import { runUpkeep, type UpkeepPorts } from '../../../src/entry/upkeep-consumer';
import { validateTransition } from '../../../src/entry/validator';

/** What was asked of the world, and what was logged. */
const asked: string[] = [];
const logged: string[] = [];

/** Nothing is stored and nothing is found; what would change something is noted. */
const ports: AppPorts & WorkPorts & UpkeepPorts = new Proxy({} as AppPorts & WorkPorts & UpkeepPorts, {
  get: (_target, port) => {
    if (port === 'log')
      return new Proxy(
        {},
        {
          get:
            (_inner, level) =>
            (event: string, ...facts: unknown[]) =>
              void logged.push(JSON.stringify([level, event, facts.filter((fact) => !(fact instanceof Error))])),
        },
      );
    if (port === 'machine')
      return {
        now: () => '2026-03-02T09:15:00.000Z',
        newId: () => '0a1b2c3d-4e5f',
        sha256: () => 'ab',
        newSalt: () => 'salt',
        pause: () => Promise.resolve(),
      };
    return new Proxy(
      {},
      {
        get: (_inner, method) => () => {
          asked.push(`${String(port)}.${String(method)}`);
          return Promise.resolve(null);
        },
      },
    );
  },
});

beforeEach(() => {
  asked.length = 0;
  logged.length = 0;
});

const RULE = { schema: 1, requires: 'prepared', mode: 'enforce', onFault: 'block' };
const MOVE = { issue: { key: 'SHOP-1' }, configuration: RULE, transition: { from: { id: '10001' }, to: { id: '10002' } } };
/** Told in a payload to see that no log line repeats it. */
const SECRET = 'Maya 712020:5c3f9a10';

describe('the validator', () => {
  const stopped = async (payload: unknown, context: unknown = {}): Promise<string> => {
    const { result, errorMessage } = await validateTransition(ports, payload, context);
    expect(result).toBe(false);
    return errorMessage ?? '';
  };

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', SECRET],
    ['a list', [MOVE]],
    ['no issue', { ...MOVE, issue: undefined }],
    ['an issue without a key', { ...MOVE, issue: { id: SECRET } }],
    ['a key that is no text', { ...MOVE, issue: { key: 7 } }],
    ['no transition', { ...MOVE, transition: undefined }],
    ['a status that is none', { ...MOVE, transition: { from: { id: null }, to: { id: {} } } }],
    ['changed fields that are none', { ...MOVE, transition: { ...MOVE.transition, modifiedFields: SECRET } }],
  ])('a payload that is %s stops the move and says so', async (_what, payload) => {
    expect(await stopped(payload)).toMatch(/could not check this handoff|rule no longer matches/u);
    expect(asked).toEqual([]);
    expect(logged.join()).not.toContain(SECRET);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['no JSON', '{"schema":1,'],
    ['an unknown version', { ...RULE, schema: 2 }],
    ['no version', { requires: 'prepared', mode: 'enforce', onFault: 'block' }],
    ['an unknown requirement', { ...RULE, requires: 'anything' }],
    ['an unknown mode', { ...RULE, mode: 'off' }],
    ['a key too many', { ...RULE, bypass: true }],
    ['a list', [RULE]],
    ['a number', 7],
    ['a text that is a rule within a text', JSON.stringify(JSON.stringify(RULE))],
    [
      'an inherited key',
      JSON.parse('{"schema":1,"requires":"prepared","mode":"enforce","onFault":"block","__proto__":{"mode":"observe"}}'),
    ],
  ])('a configuration that is %s stops the move and names who can mend it', async (_what, configuration) => {
    expect(await stopped({ ...MOVE, configuration })).toMatch(/rule no longer matches .* Jira admin can fix or remove .*\(RULE_BROKEN\)$/u);
    expect(asked).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a licence that is no licence', { license: { active: 'no' } }],
    ['a licence without a state', { license: {} }],
    ['somebody else named in it', { principal: { accountId: SECRET }, accountId: SECRET }],
  ])('a context with %s counts as licensed and changes nothing', async (_what, context) => {
    expect(await stopped({ ...MOVE, configuration: 7 }, context)).toContain('RULE_BROKEN');
    expect(logged.join()).not.toContain(SECRET);
  });

  it('whatever comes, it answers a move or a message of at most 255 characters, and never throws', async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ issue: fc.anything(), configuration: fc.oneof(fc.anything(), fc.constant(RULE)), transition: fc.anything() }),
      fc.record({
        issue: fc.record({ key: fc.string({ unit: 'binary' }) }),
        configuration: fc.constant(RULE),
        transition: fc.constant(MOVE.transition),
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, fc.anything(), async (payload, context) => {
        const { result, errorMessage } = await validateTransition(ports, payload, context);
        expect(result || (errorMessage !== undefined && errorMessage.length > 0 && errorMessage.length <= 255)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

const UPDATED = {
  eventType: 'avi:jira:updated:issue',
  issue: { id: '10101', key: 'SHOP-1' },
  atlassianId: SECRET,
  changelog: { items: [{ field: 'status', from: '10001', to: '10002' }] },
  timestamp: '1772442900000',
};

describe('product events', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', SECRET],
    ['an unknown kind', { ...UPDATED, eventType: 'avi:jira:created:planet' }],
    ['a kind every object has', { ...UPDATED, eventType: 'constructor' }],
    ['no issue', { ...UPDATED, issue: null }],
    ['an issue id that is a path', { ...UPDATED, issue: { id: '../10101' } }],
    ['an issue id every object has', { eventType: 'avi:jira:deleted:issue', issue: { id: '__proto__' } }],
    ['an issue id far too long', { eventType: 'avi:jira:deleted:issue', issue: { id: '1'.repeat(500_000) } }],
    ['a changelog that is none', { ...UPDATED, changelog: { items: SECRET } }],
    ['a project key that is none', { eventType: 'avi:jira:updated:project', project: { id: '10000', key: 'shop/../p' } }],
  ])('%s is logged without its content, and done with', async (_what, event) => {
    await handleProductEvent(ports, event);
    expect(asked).toEqual([]);
    expect(logged.join()).toContain('event.unreadable');
    expect(logged.join()).not.toContain(SECRET);
  });

  it('one about a work item nobody prepared a handoff for looks once and changes nothing', async () => {
    await handleProductEvent(ports, UPDATED);
    expect(asked).toEqual(['records.find']);
    expect(logged).toEqual([]);
  });
});

describe('queued work', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no body', {}],
    ['an unknown kind', { kind: 'eraseEverything', issueId: '10101' }],
    ['a kind every object has', { kind: 'constructor', issueId: '10101' }],
    ['an issue id every object has', { kind: 'deliver', issueId: '__proto__' }],
    ['an issue id of another type', { kind: 'observe', issueId: { id: '10101' } }],
    ['a key that is a path', { kind: 'repairRoutes', projectId: '10000', projectKey: '../SHOP' }],
    [
      'a list far too long',
      {
        kind: 'recordRefusal',
        issueId: '10101',
        handoffIds: Array.from({ length: 5_000 }, () => '10101-t1-1'),
        missedIds: [],
        observed: false,
      },
    ],
  ])('%s is logged without its content, and not tried again', async (_what, body) => {
    await runWork(ports, { body });
    expect(asked).toEqual([]);
    expect(logged.join()).toContain('work.unreadable');
    expect(logged.join()).not.toContain(SECRET);
  });

  it.each<[string, unknown]>([
    ['no body', {}],
    ['an unknown kind', { kind: 'eraseEverything', projectId: '10000' }],
    ['work of the other queue', { kind: 'deliver', issueId: '10101' }],
    ['an unknown count', { kind: 'countPassage', projectId: '10000', passage: '__proto__' }],
    [
      'a work item closed with no handoff',
      { kind: 'countClosed', projectId: '10000', month: '2026-03', handoffs: 0, was: null, mark: '10101:3' },
    ],
    ['a month that is none', { kind: 'summarise', projectId: '10000', typeId: 't1', month: SECRET, handoffId: 'h1' }],
  ])('of upkeep, %s is logged without its content, and not tried again', async (_what, body) => {
    await runUpkeep(ports, { body });
    expect(asked).toEqual([]);
    expect(logged.join()).toContain('work.unreadable');
    expect(logged.join()).not.toContain(SECRET);
  });

  it.each(['observe', 'deliver', 'recordRefusal'])('%s for a work item without a handoff changes nothing', async (kind) => {
    await runWork(ports, { body: { kind, issueId: '99999', handoffIds: ['99999-t1-1'], missedIds: ['x'], observed: false } });
    expect(asked.filter((call) => /commit|create|save|push|set/u.test(call))).toEqual([]);
  });
});
