import { NO_OPTIONS } from '../../src/domain/type/type-options';
import { RATING_WINDOW_MS } from '../../src/domain/handoff/limits';
import { AppSite } from '../support/app-site';
import { everyOption } from '../support/every-option';
import { SiteRows } from '../support/site-rows';

let site: AppSite;
let rows: SiteRows;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
});
afterAll(async () => {
  rows.close();
  await site.close();
});

describe('a type with everything off', () => {
  it('is stored as it was before there were options, also after all were on and off again', async () => {
    const plain = await site.turnOn('SHOP', { team: 'Testers' });
    const key = rows.keys('project-config')[0] ?? '';
    expect(plain).not.toHaveProperty('options');
    expect(JSON.stringify(rows.value('project-config', key))).not.toContain('options');
    const on = await site.turnOn('SHOP', { options: everyOption(site.account('lead')) });
    expect(on.options).toEqual(everyOption(site.account('lead')));
    const off = await site.turnOn('SHOP', { options: NO_OPTIONS });
    expect(JSON.stringify(rows.value('project-config', key))).not.toContain('options');
    expect(JSON.stringify({ ...off, version: plain.version })).toBe(JSON.stringify(plain));
  });

  it('leaves nothing of an option in what a handoff stores, and sends nothing of one', async () => {
    const type = await site.turnOn('SHOP', { options: NO_OPTIONS });
    const issueKey = await site.createInDevelopment('Plain');
    const handoff = await site.handOver(issueKey, type);
    const card = await site.card('receiver', issueKey);
    await site.accept(issueKey, handoff);
    await site.idle();
    const storedKeys = namesIn(
      ['issue-record', 'gate-view', 'handoff-round', 'handoff-row'].flatMap((entity) =>
        rows.keys(entity).map((key) => rows.value(entity, key)),
      ),
    );
    expect([...storedKeys].filter((name) => NEVER_PLAIN.includes(name))).toEqual([]);
    expect([...namesIn(card.handoff)].filter((name) => NEVER_PLAIN.includes(name))).toEqual([]);
  });
});

describe('what was stored before there were options', () => {
  it('is read and goes its way to the end, also where its type has everything on by now', async () => {
    const type = await site.turnOn('SHOP', { options: NO_OPTIONS });
    const issueKey = await site.createInDevelopment('Stored long ago');
    const { handoffId } = await site.handOver(issueKey, type);
    for (const entity of ['issue-record', 'gate-view', 'handoff-round', 'handoff-row', 'person-settings'])
      for (const key of rows.keys(entity)) rows.setValue(entity, key, without(rows.value(entity, key), CAME_LATER));
    await site.turnOn('SHOP', { options: everyOption(site.account('lead')) });

    const on = () => ({ commandId: site.commandId(), handoffId });
    const place = { issueKey };
    await site.value('receiver', 'handoff.ask', { ...on(), text: 'Which build is it?' }, place);
    const { questions } = await site.handoff('sender', issueKey);
    await site.value('sender', 'handoff.answer', { ...on(), questionId: questions[0]?.questionId, text: 'Build 41' }, place);
    expect(await site.value('receiver', 'handoff.times', { handoffId }, place)).toEqual({ receiver: null, shared: null });
    await site.accept(issueKey, await site.handoff('receiver', issueKey));
    await site.value('receiver', 'handoff.rate', { ...on(), value: 4, comment: null }, place);
    await site.value('receiver', 'handoff.round', { handoffId, attempt: 1 }, place);
    expect((await site.value('sender', 'handoff.timeline', on(), place)).isWhole).toBe(true);
    expect((await site.value('sender', 'project.home', {}, { projectKey: 'SHOP' })).months[0]?.accepted).toBeGreaterThan(0);
    await site.advance(RATING_WINDOW_MS + 10 * 60_000);
    await site.idle();
    expect((await site.card('receiver', issueKey)).ended).toMatchObject({ handoffId, state: 'CLOSED' });
  });
});

describe('who answers for a type', () => {
  it('is named on the settings page and asked about in the weekly report', async () => {
    await site.turnOn('SHOP', { options: { accountableId: site.account('lead') } });
    const { people } = await site.value('projectAdmin', 'settings.get', {}, { projectKey: 'SHOP' });
    expect(people[site.account('lead')]?.active).toBe(true);
    expect(rows.keys('person')).toContain(`u:${site.account('lead')}`);
  });
});

/** Names a stored handoff has only where its type switched something on. */
const NEVER_PLAIN: readonly string[] = [...Object.keys(NO_OPTIONS), 'options', 'risk', 'holdUntil', 'talked', 'readbacks', 'waiver'];

/** Names of stored properties that came with the options and all that is counted since. */
const CAME_LATER: readonly string[] = [
  ...NEVER_PLAIN,
  ...['bypasses', 'waivers', 'waived', 'talk', 'talkWaiver', 'calendar', 'overdueAt', 'chainStart', 'reworks', 'delegatedFrom'],
  ...['draftedAt', 'offers', 'pastOffers', 'questionsAfter', 'firstWorkAt', 'workStarted', 'readinessOverridden'],
  ...['closedRoutes', 'secondSignature', 'readinessOverride', 'self', 'lateReactions', 'readbackFirst', 'work', 'pool', 'appliesIf'],
];

function without(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => without(each, names));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, without(inner, names)]));
}

function namesIn(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]));
}
