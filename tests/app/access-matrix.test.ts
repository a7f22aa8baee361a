import { ROW_FUNCTIONS } from '../../src/entry/row-functions';
import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { CallResult } from '../../src/contract/call';
import { makeChampion, reviewPayload, switchReviewsOn, switchSpotChecksOn } from '../support/access-beside-types';
import { CELL, FIXED, NOBODY, OTHER_PROJECT, OWN, STAGE_OF } from '../support/access-rows';
import { askedBy, payloadFor, RULE_OF_SHOP, settingsPayload } from '../support/access-payloads';
import { AccessStage, PEOPLE, PROJECT_ID, type Heard, type Person, type Stage, type StageName } from '../support/access-stage';
import { BRIDGE_FUNCTIONS, READS, WRITES } from '../support/bridge-functions';
import { findRatings } from '../support/find-ratings';
import { draftBase, draftVersion, guideVersion } from '../support/document-versions';

const ON_ISSUES = BRIDGE_FUNCTIONS.filter((name) => name.startsWith('handoff.') || name === 'people.find');
const IN_PROJECTS = BRIDGE_FUNCTIONS.filter((name) => name.startsWith('settings.'));

/** After these the next caller needs a handoff that still stands where it stood; opening a screen only changes what no event told of. */
const CHANGES: readonly BridgeFunction[] = ON_ISSUES.filter((name) => WRITES.includes(name) && name !== 'handoff.get');

const APP_RULE = { ...RULE_OF_SHOP, workflowId: 'b9f1c2d0-5e47-4a31-8c6d-10f2e3a4b502' };
/** Ratings and comments written here must be read nowhere else. */
const COMMENT = 'Comment for the pair alone 5f1c';

const STAGES: readonly StageName[] = [
  'draft',
  'offered',
  'pooled',
  'taken',
  'asked',
  'talked',
  'accepted',
  'withdrawn',
  'guarded',
  'toReadBack',
  'readBack',
];

let stage: AccessStage;
/** One handoff in each state, and the whole site as it was when they had just been made. */
const stages = new Map<StageName, Stage>();
let fresh: ArrayBuffer;
beforeAll(async () => {
  stage = await AccessStage.start();
  for (const name of STAGES) stages.set(name, await stage.make(name));
  await stage.site.idle();
  fresh = await stage.site.exportState();
});
afterAll(() => stage.close());

function stageFor(name: BridgeFunction): Stage {
  const found = stages.get(STAGE_OF[name] ?? 'offered');
  if (found === undefined) throw new Error(`no handoff was made for ${name}`);
  return found;
}

function cellsOf(row: string | undefined): readonly (readonly [Person, string])[] {
  const cells = (row ?? '').split(/\s+/u);
  return PEOPLE.map((person, index) => [person, CELL[cells[index] ?? ''] ?? 'missing']);
}

function codeOf(result: CallResult<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

/** Who is refused first, all at once, on one and the same state, which must stand afterwards; then each who may, on a fresh one. */
async function checkOnIssue(name: BridgeFunction, row: string | undefined): Promise<void> {
  const at = stageFor(name);
  const cells = cellsOf(row);
  const callAs = async (person: Person): Promise<readonly [Person, string]> => [
    person,
    codeOf(await stage.call(person, name, payloadFor(stage, name, at), { issueKey: at.issueKey })),
  ];
  const refused = cells.filter(([, code]) => code !== 'ok');
  await stage.site.importState(fresh);
  const before = stage.rows.stored();
  expect(await Promise.all(refused.map(([person]) => callAs(person)))).toEqual(refused);
  await stage.site.idle();
  expect(stage.rows.stored()).toBe(before);
  for (const [person] of cells.filter(([, code]) => code === 'ok')) {
    if (CHANGES.includes(name)) await stage.site.importState(fresh);
    expect(await callAs(person)).toEqual([person, 'ok']);
  }
}

describe('the table', () => {
  it('has a row for every function of the bridge, and a cell for everybody', () => {
    expect(Object.keys(OWN).sort()).toEqual([...BRIDGE_FUNCTIONS].sort());
    const rows = [...Object.values(OWN), ...Object.values(OTHER_PROJECT), NOBODY].flatMap((row) => cellsOf(row).map(([, code]) => code));
    expect(rows).not.toContain('missing');
    expect(Object.keys(OTHER_PROJECT).sort()).toEqual([...IN_PROJECTS, 'rule.explain'].sort());
  });
});

describe('own work item', () => {
  it.each(ON_ISSUES)('%s', async (name) => checkOnIssue(name, OWN[name]));
});

describe('own project, rule and site', () => {
  it.each([...IN_PROJECTS, 'project.home' as const, 'project.health' as const, 'project.numberItems' as const, 'project.waiting' as const])(
    '%s',
    async (name) => {
      for (const [person, code] of cellsOf(OWN[name])) {
        const payload = await settingsPayload(stage, name, ['projectAdmin', 'SHOP']);
        expect([person, codeOf(await stage.call(person, name, payload, { projectKey: 'SHOP' }))]).toEqual([person, code]);
        if (name === 'settings.turnOff' && code === 'ok') await stage.site.turnOn();
      }
    },
  );

  it.each<[BridgeFunction, object]>([
    ['rule.explain', { fromStatusId: '10001', toStatusId: '10002' }],
    ['gadget.projects', {}],
    ['gadget.health', { projectId: PROJECT_ID.shop, typeIds: [] }],
    ['admin.overview', {}],
    ['admin.pinPanel', { projectIds: [PROJECT_ID.shop], pinned: true }],
    ['admin.switchRules', { enabled: true }],
  ])('%s', async (name, payload) => {
    const context = name === 'rule.explain' ? RULE_OF_SHOP : {};
    const codes = await Promise.all(
      PEOPLE.map(async (person) => [person, codeOf(await stage.call(person, name, payload, context))] as const),
    );
    expect(codes).toEqual(cellsOf(OWN[name]));
  });
});

describe('own project’s playbook', () => {
  const inShop = async (name: BridgeFunction): Promise<object> => {
    const payload = { projectKey: 'SHOP', typeId: stage.type.typeId };
    if (name === 'playbook.index') return { projectKey: 'SHOP' };
    if (name === 'playbook.saveDraft')
      return {
        ...payload,
        version: await draftVersion(stage, 'projectAdmin', 'SHOP'),
        basedOn: await draftBase(stage, 'projectAdmin', 'SHOP'),
        items: stage.type.items,
        note: 'As it was',
      };
    return name === 'playbook.review' ? { ...payload, version: await guideVersion(stage, 'projectAdmin', 'SHOP') } : payload;
  };

  beforeAll(() => makeChampion(stage));

  it.each((Object.keys(OWN) as BridgeFunction[]).filter((name) => name.startsWith('playbook.') && !/spotcheck/iu.test(name)))(
    'S-099: %s is for who sees the project, writing for its admins and the champion',
    async (name) => {
      for (const [person, code] of cellsOf(OWN[name]))
        expect([person, codeOf(await stage.call(person, name, await inShop(name), {}))]).toEqual([person, code]);
    },
  );
});

describe('spot checks of the own project', () => {
  let on: ArrayBuffer;
  beforeAll(async () => {
    await switchSpotChecksOn(stage, fresh);
    on = await stage.site.exportState();
  });

  it.each(['playbook.spotChecks', 'playbook.saveSpotCheck'] as const)(
    'M16: %s is for the project’s admins, its champion and who answers for the type',
    async (name) => {
      const begin = name === 'playbook.spotChecks' ? {} : { version: 0, check: null };
      for (const [person, code] of cellsOf(OWN[name])) {
        await stage.site.importState(on);
        const payload = { projectKey: 'SHOP', typeId: stage.type.typeId, ...begin };
        expect([person, codeOf(await stage.call(person, name, payload, {}))]).toEqual([person, code]);
      }
    },
  );
});

describe('reviews of the own project', () => {
  beforeAll(() => switchReviewsOn(stage, fresh));

  it.each((Object.keys(OWN) as BridgeFunction[]).filter((name) => /^project\.\w*(?:review|decision)$/iu.test(name)))(
    'S-126: %s is for its admins, its champion and who answers for the type; reading for who sees the project',
    async (name) => {
      for (const [person, code] of cellsOf(OWN[name]))
        expect([person, codeOf(await stage.call(person, name, await reviewPayload(stage, name), { projectKey: 'SHOP' }))]).toEqual([
          person,
          code,
        ]);
    },
  );
});

describe('own working time', () => {
  const nights = { zone: 'Europe/London', week: [{ day: 1, from: 1320, to: 360 }], daysOff: [] };

  it.each(PEOPLE)('%s sees and changes no time but their own', async (person) => {
    const mine = { calendar: nights, awayUntil: '2031-08-03' };
    expect(codeOf(await stage.call(person, 'me.save', mine, { projectKey: 'SHOP' }))).toBe('ok');
    expect(await stage.call(person, 'me.get', {}, { projectKey: 'SHOP' })).toMatchObject({ value: { awayUntil: '2031-08-03' } });
    for (const other of PEOPLE.filter((each) => each !== person))
      expect(await stage.call(other, 'me.get', {}, { projectKey: 'SHOP' })).toMatchObject({ value: { awayUntil: null } });
    expect(codeOf(await stage.call(person, 'me.save', { ...mine, awayUntil: null }, { projectKey: 'SHOP' }))).toBe('ok');
  });
});

describe('what is said to write nothing', () => {
  /** Reads that are sent as POST end in these. */
  const ASKS = /^GET |\/(?:get|query|check|jql|bulkfetch)$/u;

  beforeAll(async () => {
    await stage.site.importState(fresh);
    await stage.site.turnOn('SHOP', { options: { review: 'on', spotChecks: true } });
  });

  it.each(READS)('%s only asks', async (name) => {
    const [payload, context] = await askedBy(stage, name, stageFor('handoff.get'));
    await stage.site.takeCalls();
    expect(codeOf(await stage.call('jiraAdmin', name, payload, context))).toBe('ok');
    const calls = (await stage.site.takeCalls()).filter(({ functionKey }) => functionKey.endsWith('-bridge'));
    expect(calls.map(({ method, path }) => `${method} ${path}`).filter((line) => !ASKS.test(line))).toEqual([]);
  });
});

describe('foreign targets', () => {
  beforeAll(() => stage.site.importState(fresh));

  const everybody = async (name: BridgeFunction, at: Stage, context: Record<string, string>, more: object = {}): Promise<void> => {
    const codes = await Promise.all(
      PEOPLE.map(
        async (person) => [person, codeOf(await stage.call(person, name, { ...payloadFor(stage, name, at), ...more }, context))] as const,
      ),
    );
    expect(codes).toEqual(cellsOf(NOBODY));
  };

  it.each(ON_ISSUES)('%s finds nothing in a project that is hidden, nor past its own place', async (name) => {
    const own = stageFor(name);
    const { hidden } = stage;
    const before = stage.rows.stored();
    await everybody(name, hidden, { issueKey: hidden.issueKey });
    if (name in ROW_FUNCTIONS) {
      await everybody(name, hidden, { projectKey: 'SHOP' }, { issueId: hidden.issueId });
      await everybody(name, own, { projectKey: 'APP' }, { issueId: own.issueId });
    } else {
      // The project page has no such function at all (decision 20).
      await expect(stage.call('lead', name, payloadFor(stage, name, own), { projectKey: 'SHOP' })).rejects.toThrow('no definition');
    }
    await everybody(name, own, { issueKey: hidden.issueKey }, { issueId: own.issueId });
    await stage.site.idle();
    expect(stage.rows.stored()).toBe(before);
  });

  it('a project that is hidden is on no dashboard', async () => {
    const payload = { projectId: PROJECT_ID.ops, typeIds: [] };
    const codes = await Promise.all(
      PEOPLE.map(async (person) => [person, codeOf(await stage.call(person, 'gadget.health', payload, {}))] as const),
    );
    expect(codes).toEqual(cellsOf(NOBODY));
    expect(JSON.stringify(await stage.call('jiraAdmin', 'gadget.projects', {}, {}))).not.toContain('OPS');
  });

  it('a project that is hidden has no page', async () => {
    const codes = await Promise.all(
      PEOPLE.map(async (person) => [person, codeOf(await stage.call(person, 'project.home', {}, { projectKey: 'OPS' }))] as const),
    );
    expect(codes).toEqual(cellsOf(NOBODY));
  });

  it.each(IN_PROJECTS)('%s of another project is for its own admin', async (name) => {
    for (const [person, code] of cellsOf(OTHER_PROJECT[name])) {
      const payload = await settingsPayload(stage, name, ['jiraAdmin', 'APP']);
      expect([person, codeOf(await stage.call(person, name, payload, { projectKey: 'APP' }))]).toEqual([person, code]);
      if (name === 'settings.turnOff' && code === 'ok')
        await stage.call('lead', 'settings.turnOn', { rev: Number(payload['rev']) + 1, route: null }, { projectKey: 'APP' });
    }
  });

  it("a rule of a project's own workflow is for that project's admin", async () => {
    const payload = { fromStatusId: '10011', toStatusId: '10012' };
    const codes = await Promise.all(
      PEOPLE.map(async (person) => [person, codeOf(await stage.call(person, 'rule.explain', payload, APP_RULE))] as const),
    );
    expect(codes).toEqual(cellsOf(OTHER_PROJECT['rule.explain']));
  });
});

describe('lists', () => {
  beforeEach(() => stage.site.importState(fresh));

  it('show only work items Jira shows the same person', async () => {
    for (const person of PEOPLE) {
      for (const projectKey of ['SHOP', 'APP', 'OPS']) {
        const home = await stage.call(person, 'project.home', {}, { projectKey });
        if (!home.ok) continue;
        const { waitingForMe, toRate, sent } = home.value as Record<'waitingForMe' | 'toRate' | 'sent', { issueKey: string }[]>;
        const open = await stage.call(person, 'project.waiting', FIXED['project.waiting'], { projectKey });
        const { rows } = (open.ok ? open.value : { rows: [] }) as { rows: { issueKey: string }[] };
        const keys = [...new Set([...waitingForMe, ...toRate, ...sent, ...rows].map(({ issueKey }) => issueKey))];
        const statuses = await Promise.all(keys.map((key) => stage.restStatus(person, `/issue/${key}?fields=summary`)));
        expect([person, keys.filter((_key, index) => statuses[index] !== 200)]).toEqual([person, []]);
        expect(keys).not.toContain(stage.hidden.issueKey);
      }
    }
  });

  it('hide a work item from its own receiver once Jira does', async () => {
    const at = stageFor('handoff.get');
    const waiting = async (): Promise<string> => JSON.stringify(await stage.call('receiver', 'project.home', {}, { projectKey: 'SHOP' }));
    expect(await waiting()).toContain(`"${at.issueKey}"`);
    stage.rows.changeDocument<{ projectId: string }>('issue', at.issueId, (issue) => ({ ...issue, projectId: PROJECT_ID.ops }));
    expect(await waiting()).not.toContain(`"${at.issueKey}"`);
    expect(codeOf(await stage.call('receiver', 'handoff.get', {}, { projectKey: 'SHOP' }))).toBe('INVALID_PAYLOAD');
    expect(codeOf(await stage.call('receiver', 'handoff.get', { issueId: at.issueId }, { projectKey: 'SHOP' }))).toBe('NOT_FOUND');
  });
});

function whoHeardRating(heard: readonly Heard[]): readonly Person[] {
  const tells = ({ answer }: Heard): boolean =>
    answer.ok && (findRatings(answer.value).length > 0 || JSON.stringify(answer.value).includes(COMMENT));
  return PEOPLE.filter((person) => heard.some((each) => each.person === person && tells(each)));
}

describe('ratings', () => {
  beforeAll(() => stage.site.importState(fresh));

  const READING = BRIDGE_FUNCTIONS.filter((name) => !CHANGES.includes(name) && !name.startsWith('admin.') && !name.startsWith('rule.'));
  /** Refused in the states looked at here by most; an answer counts all the same. */
  const ACTING = ['handoff.edit', 'handoff.addNote', 'handoff.remind', 'handoff.sendAgain', 'handoff.withdraw', 'handoff.answer'] as const;

  async function askAll(at: Stage, names: readonly BridgeFunction[]): Promise<readonly Heard[]> {
    const from = stage.heard.length;
    for (const person of PEOPLE) {
      for (const name of names.filter((each) => each !== 'settings.turnOff')) {
        const isOnIssue = ON_ISSUES.includes(name);
        const payload = isOnIssue ? payloadFor(stage, name, at) : await settingsPayload(stage, name, ['projectAdmin', 'SHOP']);
        await stage.call(person, name, payload, isOnIssue ? { issueKey: at.issueKey } : { projectKey: 'SHOP' });
      }
    }
    return stage.heard.slice(from);
  }

  it('are the rater’s alone while the handoff is open, the pair’s once it has closed, and nobody else’s ever', async () => {
    const at = stageFor('handoff.rate');
    const rated = await stage.call(
      'receiver',
      'handoff.rate',
      { ...payloadFor(stage, 'handoff.rate', at), comment: COMMENT },
      { issueKey: at.issueKey },
    );
    expect(codeOf(rated)).toBe('ok');
    await stage.site.idle();
    const quiet = ACTING.slice(1).filter((name) => name !== 'handoff.addNote');
    expect(whoHeardRating(await askAll(at, [...READING, ...quiet]))).toEqual(['receiver']);
    // A note of the sender's own is what shows it to them, and to nobody else who tries one.
    expect(whoHeardRating(await askAll(at, ['handoff.addNote', ...READING]))).toEqual(['sender', 'receiver']);
    await stage.site.advance(8 * 24 * 3_600_000);
    await stage.site.idle();
    const closed = await askAll(at, READING);
    expect(whoHeardRating(closed)).toEqual(['sender', 'receiver']);
    const months = closed.flatMap(({ name, answer }) =>
      name === 'project.home' && answer.ok
        ? (answer.value as { months: { ratings: { count: number; shown: boolean; values: number[] } }[] }).months
        : [],
    );
    expect(months.some(({ ratings }) => ratings.count === 1)).toBe(true);
    expect(months.filter(({ ratings }) => ratings.shown || ratings.values.length > 0)).toEqual([]);
    expect(whoHeardRating(await askAll(at, ACTING)).filter((person) => person !== 'sender' && person !== 'receiver')).toEqual([]);
  });

  it('no answer in this whole matrix told a third person one', () => {
    expect(whoHeardRating(stage.heard).filter((person) => person !== 'sender' && person !== 'receiver')).toEqual([]);
  });

  it('stand in no field, property, comment or notification of Jira', async () => {
    const { body } = await stage.site.rest('jiraAdmin', 'GET', '/search/jql?jql=project%20%3D%20SHOP&fields=*all&maxResults=100');
    expect(JSON.stringify(body)).not.toContain(COMMENT);
    expect(JSON.stringify(stage.site.mails())).not.toContain(COMMENT);
    expect(await stage.site.logText()).not.toContain(COMMENT);
  });
});
