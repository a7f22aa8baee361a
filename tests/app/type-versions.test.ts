import { openEvent } from '../../src/domain/audit/event-chain';
import { compareVersions } from '../../src/domain/type/compare-versions';
import type { HandoffType, TypeDraft } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { anItem } from '../support/handoff-world';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let rows: SiteRows;
let first: HandoffType;
let draftKey: string;
let offeredKey: string;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  first = await site.turnOn();
  draftKey = await site.createInDevelopment('Prepared on version 1');
  await site.prepare(draftKey, first);
  offeredKey = await site.createInDevelopment('Handed over on version 1');
  await site.handOver(offeredKey, first);
});
afterAll(async () => {
  rows.close();
  await site.close();
});

function draftOf({ typeId: _typeId, version: _version, ...draft }: HandoffType): TypeDraft {
  return draft;
}

async function current(): Promise<{ readonly rev: number; readonly type: HandoffType }> {
  const { rev, types } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
  return { rev, type: types[0]?.current ?? first };
}

async function publish(change: Partial<TypeDraft>, note?: string) {
  const { rev, type } = await current();
  const draft = { ...draftOf(type), ...change };
  return site.call(
    'projectAdmin',
    'settings.saveType',
    { rev, typeId: type.typeId, draft, ...(note === undefined ? {} : { note }) },
    PLACE,
  );
}

const storedVersions = (): unknown[] =>
  rows
    .keys('type-version')
    .filter((key) => key.startsWith(`t:10000:${first.typeId}:`))
    .map((key) => rows.value('type-version', key)['body']);

describe('publishing a next version', () => {
  it('asks what changed: without a word, or with too many, nothing is published', async () => {
    for (const note of [undefined, '', '  ', 'x'.repeat(201)]) {
      const refused = await rows.unchanged(() => publish({ team: 'Testers' }, note));
      expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID_PAYLOAD', path: 'note' } });
    }
  });

  it('E15: what is open stays on the version it began with, which is said before; the next handoff has the new item', async () => {
    const effect = await site.value('projectAdmin', 'settings.effect', { typeId: first.typeId }, PLACE);
    expect(effect).toEqual({ open: 2, orMore: false, versions: [1] });
    const cards = await Promise.all([site.card('sender', draftKey), site.card('receiver', offeredKey)]);
    const saved = await publish({ items: [...first.items, anItem('flag', { title: 'Feature flag' })] }, ' Flags were forgotten ');
    expect(saved).toMatchObject({ ok: true, value: { types: [{ current: { version: 2 } }] } });

    expect(await Promise.all([site.card('sender', draftKey), site.card('receiver', offeredKey)])).toEqual(cards);
    const next = await site.card('sender', await site.createInDevelopment('Begun on version 2'));
    expect(next.handoffType.items.map(({ itemId }) => itemId)).toEqual([...first.items.map(({ itemId }) => itemId), 'flag']);
    expect(JSON.stringify(next)).not.toContain('Flags were forgotten');
  });

  it('S-003: two senders on one version see the same fields in the same order, whatever was published since', async () => {
    const fieldsOf = ({ items, notePrompts }: HandoffType): unknown => [items, notePrompts];
    const [mine, theirs] = await Promise.all([site.card('sender', draftKey), site.card('receiver', offeredKey)]);
    expect(fieldsOf(mine.handoffType)).toEqual(fieldsOf(theirs.handoffType));
    expect(fieldsOf(mine.handoffType)).toEqual(fieldsOf(first));
    const newer = await site.createInDevelopment('Of the second version');
    const [one, other] = await Promise.all([site.card('sender', newer), site.card('projectAdmin', newer)]);
    expect(fieldsOf(one.handoffType)).toEqual(fieldsOf(other.handoffType));
    expect(fieldsOf(one.handoffType)).not.toEqual(fieldsOf(first));
  });

  it('S-003: the history says who published what and why, and gives both versions to compare, to project admins only', async () => {
    const { versions, people } = await site.value('projectAdmin', 'settings.versions', { typeId: first.typeId }, PLACE);
    const by = site.account('projectAdmin');
    expect(versions.map(({ version, change }) => [version, change?.note ?? null, change?.by ?? null])).toEqual([
      [2, 'Flags were forgotten', by],
      [1, null, null],
    ]);
    expect(people[by]?.displayName).toEqual(expect.any(String));
    const [newer, older] = versions;
    expect(compareVersions(older!, newer!).map(({ title, aspect }) => [title, aspect])).toEqual([['Feature flag', 'presence']]);
    expect(await site.code('sender', 'settings.versions', { typeId: first.typeId }, PLACE)).toBe('FORBIDDEN');
    expect(await site.code('projectAdmin', 'settings.versions', { typeId: 'gone' }, PLACE)).toBe('NOT_FOUND');
  });

  it('S-091: a tenth item is taken with a reason, which stands in the log; nine need none', async () => {
    const { type } = await current();
    const many = (count: number) => Array.from({ length: count }, (_, index) => anItem(`i${String(index)}`));
    const checks = [anItem('own', { kind: 'tick', required: false, answeredBy: 'receiver' })];
    const refused = await rows.unchanged(() => publish({ items: many(10) }, 'Ten'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID_PAYLOAD', path: 'draft.overLengthReason' } });
    expect(await publish({ items: [...many(9), ...checks], overLengthReason: 'Not needed' }, 'Nine and a check')).toMatchObject({
      ok: true,
    });
    expect((await current()).type).not.toHaveProperty('overLengthReason');
    await publish({ items: many(10), overLengthReason: 'The audit asks for it' }, 'Ten');
    const event = rows.events('e:c:10000:').slice(-1).map(openEvent)[0];
    expect(event).toMatchObject({
      type: 'type.published',
      handoffType: { overLengthReason: 'The audit asks for it' },
      change: { note: 'Ten' },
    });
    await publish({ items: type.items }, 'Short again');
    expect((await current()).type).not.toHaveProperty('overLengthReason');
  });

  it('S-026: name, route, receiver and the items cannot be left out, whoever asks: the refusal says which', async () => {
    const missing: readonly (readonly [string, object])[] = [
      ['draft.name', { name: ' ' }],
      ['draft.name', { name: undefined }],
      ['draft.route.fromStatusIds', { route: { fromStatusIds: [], toStatusId: first.route.toStatusId } }],
      ['draft.route', { route: undefined }],
      ['draft.receiver', { receiver: undefined }],
      ['draft.receiver.accountId', { receiver: { kind: 'person', accountId: '' } }],
      ['draft.items', { items: [] }],
    ];
    for (const [path, change] of missing) {
      const refused = await rows.unchanged(() => publish(change, 'Something is left out'));
      expect([path, refused]).toEqual([path, { ok: false, error: { code: 'INVALID_PAYLOAD', path } }]);
    }
  });

  it('S-078: items, levels and due times are the admin’s; the phases keep their order, and nothing is accepted before it was handed over', async () => {
    const { type } = await current();
    const adapted = await publish({ options: { verificationLevel: 2, due: { kind: 'nextWorkingDay' } } }, 'Stricter');
    expect(adapted).toMatchObject({ ok: true });
    for (const change of [{ opensAt: 'draft' }, { phases: ['accept', 'offer'] }, { options: { acceptBeforeOffer: true } }])
      expect(await publish(change as Partial<TypeDraft>, 'Other order')).toMatchObject({ ok: false, error: { code: 'INVALID_PAYLOAD' } });
    const draft = await site.handoff('sender', draftKey);
    const payload = { commandId: site.commandId(), handoffId: draft.handoffId, digest: 'a'.repeat(64), nextStep: null };
    expect(await site.code('receiver', 'handoff.accept', payload, { issueKey: draftKey })).toBe('INVALID_STATE');
    await publish({ ...draftOf(type), options: {} }, 'As before');
  });

  it('E16: every version stays as it was published, with what changed; switching off and saving anew deletes none', async () => {
    const before = storedVersions();
    const later = before.length;
    expect(before.slice(0, 2)).toEqual([
      first,
      expect.objectContaining({
        version: 2,
        change: { note: 'Flags were forgotten', at: expect.any(String) as string, by: site.account('projectAdmin') },
      }),
    ]);
    await publish({ team: 'Testers' }, 'A new name');
    const { rev, type } = await current();
    await site.value('projectAdmin', 'settings.switchType', { rev, typeId: type.typeId, active: false }, PLACE);
    expect(storedVersions().slice(0, later)).toEqual(before);
    expect(storedVersions()).toHaveLength(later + 1);
  });
});
