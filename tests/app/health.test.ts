import type { HandoffType } from '../../src/domain/type/handoff-type';
import type { Figure } from '../../src/domain/metrics/behind-number';
import { A_GUIDE } from '../support/a-guide';
import { isEnoughForTrends } from '../../src/domain/metrics/enough-for-trends';
import { AppSite } from '../support/app-site';
import { findRatings } from '../support/find-ratings';

const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterAll(() => site.close());

async function accept(summary: string): Promise<string> {
  const issueKey = await site.createInDevelopment(summary);
  const { handoffId, offer } = await site.handOver(issueKey, type);
  const given = { commandId: site.commandId(), handoffId, digest: offer?.digest ?? '', nextStep: null };
  await site.value('receiver', 'handoff.accept', given, { issueKey });
  return handoffId;
}

const health = async () => {
  await site.idle();
  return site.value('lead', 'project.health', {}, PLACE);
};

describe('the health of a project', () => {
  it('has no types before the first handoff, and a year of months', async () => {
    const { months, types, asOf } = await health();
    expect(types).toEqual([]);
    expect(asOf).toBeNull();
    expect(months).toHaveLength(13);
    expect([...months].sort()).toEqual(months);
  });

  it('S-005: says how many of how many were dropped, and which items were missing by their titles', async () => {
    const kept = await accept('Kept');
    const issueKey = await site.createInDevelopment('Returned');
    const { handoffId } = await site.handOver(issueKey, type);
    const back = { commandId: site.commandId(), handoffId, reason: 'Which shop?', itemIds: ['where_to_test'], sectionIds: [] };
    await site.value('receiver', 'handoff.return', back, { issueKey });
    const [first] = (await health()).types;
    const [month] = first?.months ?? [];
    expect(month).toMatchObject({ offered: 2, decided: 2, accepted: 1, firstPass: { k: 1, n: 2 }, isProvisional: true });
    expect(month?.returnedFor).toEqual([{ id: 'where_to_test', times: 1 }]);
    expect(first?.titles).toEqual({ where_to_test: 'Where to test' });
    expect(kept).not.toBe('');
  });

  it('S-131: tells nobody a rating that too few people gave, nor any account id', async () => {
    const issueKey = await site.createInDevelopment('Rated');
    const { handoffId, offer } = await site.handOver(issueKey, type);
    await site.value(
      'receiver',
      'handoff.accept',
      { commandId: site.commandId(), handoffId, digest: offer?.digest ?? '', nextStep: null },
      { issueKey },
    );
    await site.value('receiver', 'handoff.rate', { commandId: site.commandId(), handoffId, value: 1, comment: null }, { issueKey });
    const view = await health();
    expect(view.types[0]).toMatchObject({ ratings: [], ratingsHeld: 1, verdict: { flags: [], z: null } });
    expect(view.types[0]?.months[0]).toMatchObject({ rated: 1 });
    for (const part of ['sender', 'receiver', 'lead', 'projectAdmin'] as const)
      expect(JSON.stringify(view)).not.toContain(site.account(part));
    expect(JSON.stringify(view)).not.toContain('latest');
  });

  it('M19: says which types have a complete page, a champion and an audit in date, once somebody began', async () => {
    expect(await health()).not.toHaveProperty('lookedAfter');
    const { typeId, name } = type;
    const { guides } = await site.value('projectAdmin', 'settings.guides', {}, PLACE);
    const guide = { ...A_GUIDE, championId: site.account('lead') };
    const version = guides.find((each) => each.typeId === typeId)?.version ?? 0;
    await site.value('projectAdmin', 'settings.saveGuide', { typeId, version, guide, note: null }, PLACE);
    expect((await health()).lookedAfter).toEqual([
      { about: 'page', of: 1, missing: [{ typeId, name }] },
      { about: 'champion', of: 1, missing: [] },
    ]);
  });

  it('is not for those who do not see the project', async () => {
    expect(await site.code('outsider', 'project.health', {}, { projectKey: 'OPS' })).toBe('NOT_FOUND');
  });
});

describe('the work items behind a number', () => {
  /** Every figure there is: one that is missing here is none of the type. */
  const FIGURES: Readonly<Record<Figure, true>> = {
    dropped: true,
    notFirstTime: true,
    returned: true,
    error: true,
    rework: true,
    bypass: true,
    questions: true,
    overdue: true,
    notReadBack: true,
    notTalked: true,
    pingPong: true,
    unanswered: true,
    readiness: true,
    longChain: true,
    toAndFro: true,
    open: true,
    cycleWorking: true,
    cycleCalendar: true,
    firstWork: true,
    acknowledge: true,
    checking: true,
    preparation: true,
  };
  let month: string;
  beforeAll(async () => {
    month = (await health()).types[0]?.months[0]?.month ?? '';
  });
  const items = (figure: Figure, typeId: string | null = type.typeId, reader: 'sender' | 'receiver' = 'sender') =>
    site.value(reader, 'project.numberItems', { typeId, month, figure, asOf: null }, PLACE);

  it('S-007: are told by key and title with one page of handoffs, the project and the titles asked for, whatever the number', async () => {
    await site.takeCalls();
    expect(await items('notFirstTime')).toMatchObject({ items: [{ summary: 'Returned', amount: 1 }], hidden: 0, beyond: 0 });
    const calls = (await site.takeCalls()).filter(({ functionKey }) => functionKey === 'project-bridge');
    expect(calls.map(({ service }) => service).sort()).toEqual(['jira', 'jira', 'kvs']);
    expect((await items('open')).items.map(({ summary }) => summary)).toEqual(['Returned']);
    const slowest = (await items('cycleCalendar', null)).items;
    expect(slowest.map(({ summary }) => summary).sort()).toEqual(['Kept', 'Rated']);
    expect(await items('rework')).toEqual({ items: [], hidden: 0, beyond: 0 });
  });

  it('S-131: say nothing of people or ratings, for no number there is', async () => {
    for (const figure of Object.keys(FIGURES) as Figure[]) {
      const answer = await items(figure, null);
      expect(findRatings(answer)).toEqual([]);
      for (const part of ['sender', 'receiver', 'lead', 'projectAdmin'] as const)
        expect(JSON.stringify(answer)).not.toContain(site.account(part));
    }
  });

  it('E22: of one the reader does not see neither key nor title nor hours are told, only that it counts', async () => {
    const [shown] = (await items('notFirstTime')).items;
    const { body } = await site.rest('sender', 'GET', '/project/SHOP/securitylevel');
    const [level] = (body as { levels: { id: string }[] }).levels;
    await site.rest('sender', 'PUT', `/issue/${shown?.key ?? ''}`, { fields: { security: { id: level?.id } } });
    expect(await items('notFirstTime', null, 'receiver')).toEqual({ items: [], hidden: 1, beyond: 0 });
    expect((await items('notFirstTime')).items).toEqual([shown]);
  });

  it('E17: count a deleted work item, as they do one the reader does not see, without a word of it', async () => {
    const { items: before } = await items('cycleCalendar');
    const key = before[0]?.key ?? '';
    await site.deleteIssue('projectAdmin', key);
    await site.idle();
    const after = await items('cycleCalendar');
    expect(after).toMatchObject({ hidden: 1, beyond: 0 });
    expect(JSON.stringify(after)).not.toContain(key);
    expect(after.items).toHaveLength(before.length - 1);
  });
});

describe('a site that grows month by month', () => {
  const MONTH_MS = 31 * 24 * 3_600_000;

  /** What *Trends* appears by: whether the page's own answer says so, or else the year it asks for in the background. */
  const hasTrends = async (): Promise<boolean> => {
    const { types } = await health();
    const home = await site.value('lead', 'project.home', {}, PLACE);
    return home.hasTrends === true || types.some(({ months }) => isEnoughForTrends(months));
  };
  const handOff = async (count: number): Promise<void> => {
    for (let number = 1; number <= count; number += 1) await site.handOver(await site.createInDevelopment(`Grown ${String(number)}`), type);
  };

  it('says sentences and lists while no type has twelve handoffs, and has Trends with the twelfth', async () => {
    const before = (await health()).types[0]?.months.reduce((sum, { offered }) => sum + offered, 0) ?? 0;
    await handOff(7 - before);
    expect(await hasTrends()).toBe(false);
    await site.advance(MONTH_MS);
    await handOff(4);
    expect(await hasTrends()).toBe(false);
    expect((await site.value('lead', 'project.home', {}, PLACE)).months[0]).toMatchObject({ handoffs: 4 });
    await handOff(1);
    expect(await hasTrends()).toBe(true);
  });
});
