import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { DraftChange } from '../../src/domain/handoff/command';
import type { Handoff } from '../../src/domain/handoff/handoff';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite, type Part } from '../support/app-site';
import { BAD_BESIDE_TYPES } from '../support/bad-beside-types';
import { SiteRows } from '../support/site-rows';

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
const LONG = 'x'.repeat(20_001);

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;
let draftKey: string;
let draft: Handoff;
let offeredKey: string;
let offered: Handoff;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  type = await site.turnOn();
  offeredKey = await site.createInDevelopment('Offered');
  offered = await site.handOver(offeredKey, type);
  draftKey = await site.createInDevelopment('Draft');
  draft = await site.prepare(draftKey, type);
  await site.idle();
});
afterAll(async () => {
  rows.close();
  await site.close();
});

const unchanged = <Answer>(act: () => Promise<Answer>): Promise<Answer> => rows.unchanged(act);
const edit = (change: object): object => ({ commandId: site.commandId(), typeId: type.typeId, changes: [change] });
const onDraft = (more: object = {}): object => ({ commandId: site.commandId(), handoffId: draft.handoffId, ...more });
const onOffered = (more: object = {}): object => ({ commandId: site.commandId(), handoffId: offered.handoffId, ...more });

describe('a refused call changes nothing', () => {
  it.each<[string, string, Part, BridgeFunction, () => object]>([
    [
      'text of 20,001 characters',
      'INVALID_PAYLOAD',
      'sender',
      'handoff.edit',
      () => edit({ field: 'section', id: 'situation', value: LONG, basedOn: 1 }),
    ],
    [
      'all sections at their limit',
      'PACKAGE_TOO_LARGE',
      'sender',
      'handoff.edit',
      () => ({
        commandId: site.commandId(),
        typeId: type.typeId,
        changes: ['situation', 'background', 'assessment', 'recommendation'].map((id) => ({
          field: 'section',
          id,
          value: '語'.repeat(20_000),
          basedOn: ['situation', 'recommendation'].includes(id) ? 1 : 0,
        })),
      }),
    ],
    ['a reason of 501 characters', 'INVALID_PAYLOAD', 'sender', 'handoff.withdraw', () => onDraft({ reason: 'x'.repeat(501) })],
    [
      '61 changes at once',
      'INVALID_PAYLOAD',
      'sender',
      'handoff.edit',
      () => ({
        commandId: site.commandId(),
        typeId: type.typeId,
        changes: Array.from({ length: 61 }, () => ({ field: 'section', id: 'situation', value: 'x', basedOn: 1 })),
      }),
    ],
    [
      'one field twice',
      'INVALID_VALUE',
      'sender',
      'handoff.edit',
      () => ({
        commandId: site.commandId(),
        typeId: type.typeId,
        changes: ['a', 'b'].map((value) => ({ field: 'section', id: 'situation', value, basedOn: 1 })),
      }),
    ],
    [
      'an item nobody asks for',
      'UNKNOWN_FIELD',
      'sender',
      'handoff.edit',
      () => edit({ field: 'item', id: 'salary', value: { kind: 'tick' }, basedOn: 0 }),
    ],
    [
      'an item every object has',
      'INVALID_PAYLOAD',
      'sender',
      'handoff.edit',
      () => edit({ field: 'item', id: '__proto__', value: { kind: 'tick' }, basedOn: 0 }),
    ],
    [
      'a section every object has',
      'INVALID_PAYLOAD',
      'sender',
      'handoff.edit',
      () => edit({ field: 'section', id: 'constructor', value: 'x', basedOn: 0 }),
    ],
    [
      'a type every object has',
      'INVALID_PAYLOAD',
      'sender',
      'handoff.edit',
      () => ({ ...edit({ field: 'section', id: 'situation', value: 'x', basedOn: 1 }), typeId: 'constructor' }),
    ],
    [
      'an answer of another kind',
      'INVALID_VALUE',
      'sender',
      'handoff.edit',
      () => edit({ field: 'item', id: 'pull_request', value: { kind: 'tick' }, basedOn: 1 }),
    ],
    [
      'a link that is a script',
      'INVALID_PAYLOAD',
      'sender',
      'handoff.edit',
      () => edit({ field: 'item', id: 'pull_request', value: { kind: 'link', url: 'javascript:alert(1)' }, basedOn: 1 }),
    ],
    [
      'a link that holds a page',
      'INVALID_PAYLOAD',
      'sender',
      'handoff.edit',
      () => edit({ field: 'item', id: 'pull_request', value: { kind: 'link', url: 'data:text/html,<script>1</script>' }, basedOn: 1 }),
    ],
    [
      'a version that is to come',
      'VERSION_CONFLICT',
      'sender',
      'handoff.edit',
      () => edit({ field: 'section', id: 'situation', value: 'x', basedOn: 99 }),
    ],
    [
      'a type of nobody',
      'NOT_FOUND',
      'sender',
      'handoff.edit',
      () => ({ ...edit({ field: 'section', id: 'situation', value: 'x', basedOn: 1 }), typeId: 't000000000' }),
    ],
    ['a handoff of another work item', 'NOT_FOUND', 'sender', 'handoff.withdraw', () => onOffered({ reason: 'Not here' })],
    ['a handoff of nobody', 'NOT_FOUND', 'sender', 'handoff.handOff', () => ({ commandId: site.commandId(), handoffId: '99999-t1-1' })],
    ['a round of another work item', 'NOT_FOUND', 'sender', 'handoff.round', () => ({ handoffId: offered.handoffId, attempt: 1 })],
    ['a round that never was', 'NOT_FOUND', 'sender', 'handoff.round', () => ({ handoffId: draft.handoffId, attempt: 7 })],
    [
      'somebody else as the one who acts',
      'INVALID_PAYLOAD',
      'sender',
      'handoff.edit',
      () => ({ ...edit({ field: 'section', id: 'situation', value: 'x', basedOn: 1 }), accountId: site.account('lead') }),
    ],
    [
      'somebody else in the entry',
      'INVALID_PAYLOAD',
      'sender',
      'handoff.edit',
      () => edit({ field: 'section', id: 'situation', value: 'x', basedOn: 1, by: site.account('lead') }),
    ],
    [
      'oneself as the receiver',
      'SELF_HANDOFF',
      'sender',
      'handoff.edit',
      () => edit({ field: 'receiver', value: { kind: 'person', accountId: site.account('sender') }, basedOn: 1 }),
    ],
    ['taking what nobody handed off', 'INVALID_STATE', 'sender', 'handoff.take', () => onDraft()],
  ])('%s: %s', async (...[, code, part, name, payload]) => {
    expect(await unchanged(() => site.code(part, name, payload(), { issueKey: draftKey }))).toBe(code);
  });

  it.each<[string, string, Part, BridgeFunction, () => object]>([
    [
      'a digest of another package',
      'STALE_PACKAGE',
      'receiver',
      'handoff.accept',
      () => onOffered({ digest: 'ab'.repeat(32), nextStep: null }),
    ],
    ['a digest that is none', 'INVALID_PAYLOAD', 'receiver', 'handoff.accept', () => onOffered({ digest: '<b>', nextStep: null })],
    [
      'a return that says nothing',
      'REASON_REQUIRED',
      'receiver',
      'handoff.return',
      () => onOffered({ reason: '\u200B\u2060 \u202E', itemIds: [], sectionIds: [] }),
    ],
    [
      'a return for what nobody asks for',
      'UNKNOWN_FIELD',
      'receiver',
      'handoff.return',
      () => onOffered({ reason: 'Because', itemIds: ['salary'], sectionIds: [] }),
    ],
    ['a question of blanks', 'TEXT_REQUIRED', 'receiver', 'handoff.ask', () => onOffered({ text: ' \n\t\u00A0' })],
    ['an answer to no question', 'NOT_FOUND', 'sender', 'handoff.answer', () => onOffered({ questionId: 'none', text: 'x' })],
    [
      'an answer to a question every object has',
      'INVALID_PAYLOAD',
      'sender',
      'handoff.answer',
      () => onOffered({ questionId: 'toString', text: 'x' }),
    ],
    ['a rating too early', 'INVALID_STATE', 'receiver', 'handoff.rate', () => onOffered({ value: 5, comment: null })],
    ['a withdrawal with a filler', 'REASON_REQUIRED', 'sender', 'handoff.withdraw', () => onOffered({ reason: 'n/a' })],
  ])('%s: %s', async (...[, code, part, name, payload]) => {
    expect(await unchanged(() => site.code(part, name, payload(), { issueKey: offeredKey }))).toBe(code);
  });

  it.each([0, 6, -1, 4.5, 1e300])('a rating of %p is RATING_INVALID', async (value) => {
    const key = await site.createInDevelopment('Rated');
    const handoff = await site.handOver(key, type);
    await site.accept(key, handoff);
    await site.idle();
    expect(
      await unchanged(() =>
        site.code(
          'receiver',
          'handoff.rate',
          { commandId: site.commandId(), handoffId: handoff.handoffId, value, comment: null },
          { issueKey: key },
        ),
      ),
    ).toBe('RATING_INVALID');
  });

  it('a call of more than 500 kB never reaches Baton', async () => {
    const body = {
      moduleKey: 'handoff-context',
      functionKey: 'handoff.edit',
      payload: edit({ field: 'section', id: 'situation', value: 'x'.repeat(500_001), basedOn: 1 }),
      accountId: site.account('sender'),
      context: { issueKey: draftKey },
    };
    const answer = await unchanged(() => site.request('POST', '/_local/invoke', body));
    expect(answer).toMatchObject({ status: 424, body: { reason: 'tooLarge' } });
  });

  it('a function the bridge does not have is no function', async () => {
    for (const functionKey of ['handoff.erase', '__proto__', 'constructor', '']) {
      const body = {
        moduleKey: 'handoff-context',
        functionKey,
        payload: {},
        accountId: site.account('sender'),
        context: { issueKey: draftKey },
      };
      expect((await unchanged(() => site.request('POST', '/_local/invoke', body))).body).not.toHaveProperty('ok', true);
    }
  });
});

describe('settings', () => {
  const place = { projectKey: 'SHOP' };
  const withDraft = async (change: (draft: Record<string, unknown>) => object): Promise<string | null> => {
    const { rev, types } = await site.value('projectAdmin', 'settings.get', {}, place);
    const { typeId, version: _version, ...current } = types[0]?.current ?? type;
    return unchanged(() =>
      site.code('projectAdmin', 'settings.saveType', { rev, typeId, draft: { ...current, ...change({ ...current }) }, note: 'Bad' }, place),
    );
  };
  const item = (itemId: string, title = itemId): object => ({
    itemId,
    title,
    hint: '',
    kind: 'tick',
    required: true,
    allowNoneKnown: false,
    allowInDescription: false,
    fieldId: null,
  });

  it.each<[string, object]>([
    ['no items', { items: [] }],
    ['51 items', { items: Array.from({ length: 51 }, (_, index) => item(`i${String(index)}`)) }],
    ['two items of one title', { items: [item('a', 'Same'), item('b', 'SAME ')] }],
    ['two items of one id', { items: [item('a', 'One'), item('a', 'Two')] }],
    ['an item every object has', { items: [item('constructor', 'One')] }],
    ['a title of blanks', { items: [item('a', ' \u00A0')] }],
    ['a title of 61 characters', { items: [item('a', 'x'.repeat(61))] }],
    ['a field item without its field', { items: [{ ...item('a'), kind: 'field' }] }],
    ['a team of 31 characters', { team: 'x'.repeat(31) }],
    ['a route from nowhere', { route: { fromStatusIds: [], toStatusId: '10002' } }],
    ['a status every object has', { route: { fromStatusIds: ['__proto__'], toStatusId: '10002' } }],
    ['an unknown receiver', { receiver: { kind: 'everybody' } }],
    ['another version', { version: 7 }],
    ['a level there is none of', { options: { verificationLevel: 4 } }],
    ['half a level', { options: { verificationLevel: 1.5 } }],
    ['an answer due after no hour', { options: { due: { kind: 'workingHours', hours: 0 } } }],
    ['an answer due after 81 hours', { options: { due: { kind: 'workingHours', hours: 81 } } }],
    ['an answer due after an hour and a half', { options: { due: { kind: 'workingHours', hours: 1.5 } } }],
    ['an answer due by another rule', { options: { due: { kind: 'tomorrow' } } }],
    ['hours for the next working day', { options: { due: { kind: 'nextWorkingDay', hours: 4 } } }],
    ['no hour of support', { options: { supportHours: 0 } }],
    ['81 hours of support', { options: { supportHours: 81 } }],
    ['somebody of another shape who answers for it', { options: { accountableId: 'ana ferreira <ana@example.com>' } }],
    ['nobody at all who answers for it', { options: { accountableId: '' } }],
    ['a group that answers for it', { options: { accountableId: { groupId: 'qa' } } }],
    ['advice of another kind', { options: { talk: 'always' } }],
    ['a switch that is a word', { options: { holdAllowed: 'yes' } }],
    ['an option there is none of', { options: { autoAccept: true } }],
    ['options that are a list', { options: [] }],
  ])('%s: INVALID_PAYLOAD', async (_what, change) => {
    expect(await withDraft(() => change)).toBe('INVALID_PAYLOAD');
  });

  it.each(BAD_BESIDE_TYPES)('%s: %s', async (...[, code, name, payload]) => {
    const { guides } = await site.value('projectAdmin', 'settings.guides', {}, place);
    const given = payload({ type, guideVersion: guides[0]?.version ?? 0, issueKey: draftKey });
    expect(await unchanged(() => site.code('projectAdmin', name, given, name.startsWith('playbook.') ? {} : place))).toBe(code);
  });

  it('a revision that is not the newest: CONFIG_CONFLICT', async () => {
    expect(await unchanged(() => site.code('projectAdmin', 'settings.turnOff', { rev: 999 }, place))).toBe('CONFIG_CONFLICT');
  });

  it('a type of another project: NOT_FOUND', async () => {
    const other = await site.turnOn('APP');
    const { rev } = await site.value('projectAdmin', 'settings.get', {}, place);
    expect(
      await unchanged(() => site.code('projectAdmin', 'settings.switchType', { rev, typeId: other.typeId, active: false }, place)),
    ).toBe('NOT_FOUND');
  });

  it('a project Jira does not have cannot be pinned', async () => {
    expect(await unchanged(() => site.code('jiraAdmin', 'admin.pinPanel', { projectIds: ['10000', '99999'], pinned: true }, {}))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('text is stored as it was written', () => {
  it.each<[string, string, string]>([
    ['markup and scripts', MARKUP, MARKUP],
    ['right-to-left marks', '\u202Eevil\u202C عربى', '\u202Eevil\u202C عربى'],
    ['zero-width signs', 'in\u200Bvisible\uFEFF', 'in\u200Bvisible\uFEFF'],
    ['emoji', '👩‍👩‍👧‍👦 🏳️‍🌈', '👩‍👩‍👧‍👦 🏳️‍🌈'],
    ['20,000 characters', 'y'.repeat(20_000), 'y'.repeat(20_000)],
    ['templates', '{name} ${process.env} {{7*7}} %s', '{name} ${process.env} {{7*7}} %s'],
    ['NUL and half characters', 'a\0b\uD83Dc', 'ab\uFFFDc'],
  ])('%s', async (_what, written, read) => {
    const before = await site.handoff('sender', draftKey);
    const change: DraftChange = { field: 'section', id: 'background', value: written, basedOn: before.note['background']?.version ?? 0 };
    await site.edit('sender', draftKey, type, [change]);
    expect((await site.handoff('lead', draftKey)).note['background']?.value).toBe(read);
  });

  it('what nobody can see counts as nothing', async () => {
    const key = await site.createInDevelopment('Invisible');
    await site.edit('sender', key, type, [{ field: 'section', id: 'situation', value: '\u200B\u2060\uFEFF\u202E', basedOn: 0 }]);
    expect((await site.card('sender', key)).left.map(({ id }) => id)).toContain('situation');
  });
});

describe('the log', () => {
  it('holds nothing anybody wrote and nobody’s name or account', async () => {
    const text = await site.logText();
    for (const secret of [
      'onerror',
      'Voucher',
      'checkout',
      'Maya',
      'Ana Ferreira',
      site.account('sender'),
      site.account('receiver'),
      site.account('lead'),
    ])
      expect(text).not.toContain(secret);
  });
});
