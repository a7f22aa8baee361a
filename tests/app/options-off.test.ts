import { NO_OPTIONS } from '../../src/domain/type/type-options';
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

function namesIn(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]));
}
