import { getWaiting } from '../../src/app/get-waiting';
import type { WaitingView } from '../../src/contract/waiting';
import { toHandoffRow } from '../../src/domain/handoff/to-handoff-row';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { returnsToWarehouse } from '../../src/domain/type/starters/returns-to-warehouse';
import { toDraft } from '../../src/domain/type/starters/starter';
import { AppSite } from '../support/app-site';
import { HandoffWorld } from '../support/handoff-world';

const ANY = { cursor: null, typeId: null, state: null };
const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let first: HandoffType;
let returns: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  first = await site.turnOn();
  const { rev } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
  const route = { fromStatusIds: [first.route.toStatusId], toStatusId: first.route.fromStatusIds[0] ?? '' };
  const draft = toDraft(returnsToWarehouse, route);
  const { types } = await site.value('projectAdmin', 'settings.saveType', { rev, typeId: null, draft }, PLACE);
  const saved = types.at(-1)?.current;
  if (saved === undefined) throw new Error('the type was not saved');
  returns = saved;
});
afterAll(() => site.close());

async function waiting(query: object = {}): Promise<WaitingView> {
  await site.idle();
  return site.value('lead', 'project.waiting', { ...ANY, ...query }, PLACE);
}

const keys = ({ rows }: WaitingView): readonly string[] => rows.map(({ issueKey }) => issueKey).sort();

/** A work item in QA with the first line of its return. */
async function beginReturn(summary: string): Promise<string> {
  const issueKey = await site.createInDevelopment(summary);
  await site.handOver(issueKey, first).then((handoff) => site.accept(issueKey, handoff));
  await site.edit('receiver', issueKey, returns, [
    { field: 'item', id: 'return_authorisation_no', value: { kind: 'text', text: `RA ${summary}` }, basedOn: 0 },
  ]);
  return issueKey;
}

describe('what waits in a project', () => {
  it('S-115: every open return is in the list of its type, whoever sent it, and nothing else is', async () => {
    expect(keys(await waiting())).toEqual([]);
    const offered = await site.createInDevelopment('Voucher');
    await site.handOver(offered, first);
    const open = [await beginReturn('5519'), await beginReturn('5520')];
    const list = await waiting({ typeId: returns.typeId });
    expect(keys(list)).toEqual([...open].sort());
    expect(list.types.map(({ name }) => name)).toEqual([first.name, 'Returns → Warehouse']);
    expect(keys(await waiting())).toEqual([offered, ...open].sort());
    expect(keys(await waiting({ state: 'OFFERED' }))).toEqual([offered]);
    expect(keys(await waiting({ state: 'RETURNED' }))).toEqual([]);
  });

  it('names who it waits for and since when, and ends with the decision', async () => {
    const issueKey = await site.createInDevelopment('Refund');
    const handoff = await site.handOver(issueKey, first);
    const row = (await waiting()).rows.find((each) => each.issueKey === issueKey);
    expect(row).toMatchObject({ receiverId: site.account('receiver'), since: handoff.lastOfferedAt, typeName: first.name, rating: null });
    await site.accept(issueKey, handoff);
    expect(keys(await waiting())).not.toContain(issueKey);
  });

  it('is nothing anybody hears of who does not see the project', async () => {
    expect(await site.code('outsider', 'project.waiting', ANY, PLACE)).toBe('NOT_FOUND');
  });

  it('looks past pages of other types, and says where to go on', async () => {
    const row = toHandoffRow(new HandoffWorld().offered().record, '10001-dev-qa-1', null);
    const pages = [{ ...row, typeId: 'other' }, { ...row, typeId: 'other' }, row, row];
    const asked: (string | null)[] = [];
    const ports: Parameters<typeof getWaiting>[0] = {
      site: { getProject: (id) => Promise.resolve({ id, key: 'SHOP', name: 'Shop', style: 'company-managed' }) },
      configs: { find: () => Promise.resolve(null) },
      issues: { findVisible: () => Promise.resolve(new Map([[row.issueId, { key: 'SHOP-7', summary: 'Voucher' }]])) },
      people: { getMany: () => Promise.resolve([]) },
      log: { info: () => undefined, warn: () => undefined, fault: () => undefined },
      lists: {
        listOpen: (_projectId, cursor) => {
          asked.push(cursor);
          const page = Number(cursor ?? 0);
          return Promise.resolve({ rows: pages.slice(page, page + 1), cursor: page < 3 ? String(page + 1) : null });
        },
      },
    };
    const caller = { accountId: 'lead', licensed: true, projectId: '10' };
    expect(await getWaiting(ports, caller, { ...ANY, typeId: row.typeId })).toMatchObject({
      rows: [{ issueKey: 'SHOP-7' }],
      cursor: '3',
    });
    expect(asked).toEqual([null, '1', '2']);
    expect(await getWaiting(ports, caller, { ...ANY, cursor: '3', typeId: row.typeId })).toMatchObject({ cursor: null });
    expect((await getWaiting({ ...ports, issues: { findVisible: () => Promise.resolve(new Map()) } }, caller, ANY)).rows).toEqual([]);
  });
});
