import fc from 'fast-check';
import { readFileSync } from 'node:fs';

import { AppError } from '../../../src/app/app-error';
import type { AppPorts } from '../../../src/app/ports/app-ports';
import type { BridgeFunction } from '../../../src/contract/bridge-contract';
import { NO_OPTIONS } from '../../../src/domain/type/type-options';
import { makeBridge } from '../../../src/entry/bridge-entry';
import { GADGET_FUNCTIONS } from '../../../src/entry/gadget-functions';
import { HANDOFF_FUNCTIONS, type HandoffPorts } from '../../../src/entry/handoff-functions';
import { PLAYBOOK_FUNCTIONS } from '../../../src/entry/playbook-functions';
import { PROJECT_FUNCTIONS } from '../../../src/entry/project-functions';
import { SETTINGS_FUNCTIONS, type SettingsPorts } from '../../../src/entry/settings-functions';
import { PAYLOADS, placesOf, valueAt, withValue, type Place } from './payload-samples';

const NAMES = Object.keys(PAYLOADS) as BridgeFunction[];
const CONTEXT = { accountId: '712020:maya', extension: { issue: { id: '10101' }, project: { id: '10000' } } };
/** What a payload that is let in meets: a world in which nothing is found. */
const LET_IN = 'NOT_FOUND';

/** Which ports were touched, by name. */
const touched: string[] = [];
const ports: AppPorts & HandoffPorts & SettingsPorts = new Proxy({} as AppPorts & HandoffPorts & SettingsPorts, {
  get: (_target, port) =>
    new Proxy(
      {},
      {
        get: (_inner, method) => () => {
          touched.push(`${String(port)}.${String(method)}`);
          throw new AppError(LET_IN);
        },
      },
    ),
});
const bridge = makeBridge(
  { ...HANDOFF_FUNCTIONS, ...PROJECT_FUNCTIONS, ...PLAYBOOK_FUNCTIONS, ...GADGET_FUNCTIONS, ...SETTINGS_FUNCTIONS },
  ports,
);

async function answer(
  name: BridgeFunction,
  payload: unknown,
): Promise<{ readonly code: string; readonly path: string; readonly touched: readonly string[] }> {
  touched.length = 0;
  const handler = bridge.get(name);
  if (handler === undefined) throw new Error(`the bridge has no ${name}`);
  const result = await handler({ payload, context: CONTEXT });
  return { code: result.ok ? 'ok' : result.error.code, path: result.ok ? '' : (result.error.path ?? ''), touched: [...touched] };
}

async function expectRefused(name: BridgeFunction, payload: unknown): Promise<void> {
  const { code, touched: reached } = await answer(name, payload);
  expect({ payload, code, reached }).toEqual({ payload, code: 'INVALID_PAYLOAD', reached: [] });
}

const OTHER_TYPES: readonly unknown[] = [7.5, true, 'ab', [], { kind: 'other' }];

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
}

/** Places whose value could be left out, or may be null. */
const OPTIONAL: readonly string[] = [
  'active',
  'choices',
  'endsAt',
  'expiresOn',
  'gatePaused',
  'issueId',
  'mustBeAhead',
  'none',
  'options',
  'overLengthReason',
  'owner',
  'readinessOverride',
  'several',
  'window',
  ...Object.keys(NO_OPTIONS),
];
/** The same, where another payload must have a value of that name: by the name above. */
const OPTIONAL_THERE: readonly string[] = ['note', 'items.reason', 'groups.id', 'signal.count', 'signal.name'];

function isOptional(place: Place): boolean {
  const names = place.filter((name) => Number.isNaN(Number(name)));
  return OPTIONAL.includes(place.at(-1) ?? '') || OPTIONAL_THERE.includes(names.slice(-2).join('.'));
}

/** Ids by which stored entries are looked up in plain objects. */
const INHERITED = ['__proto__', 'constructor', 'prototype.toString', 'toString', 'hasOwnProperty', 'valueOf'].filter(
  (key) => key in Object.prototype,
);

const samples = NAMES.flatMap((name) => PAYLOADS[name].map((payload, index) => [`${name} ${String(index + 1)}`, name, payload] as const));
const inner = (payload: object): readonly Place[] => placesOf(payload).filter((place) => place.length > 0);

describe('the table', () => {
  it('has a payload for every function', () => {
    expect([...NAMES].sort()).toEqual([...bridge.keys()].sort());
  });

  it.each(samples)('%s lets its payload in', async (_what, name, payload) => {
    expect((await answer(name, payload)).code).toBe(LET_IN);
  });
});

describe('a wrong payload is INVALID_PAYLOAD, and nothing is asked or written', () => {
  it.each(NAMES)('%s: not an object, or with a key too many', async (name) => {
    const whole = PAYLOADS[name][0] ?? {};
    for (const payload of [
      null,
      7,
      'text',
      true,
      [whole],
      { ...whole, accountId: '712020:jonas' },
      { ...whole, actor: { kind: 'system' } },
    ])
      await expectRefused(name, payload);
  });

  it.each(samples)('%s: each value of another type, missing, or far too long', async (_what, name, payload) => {
    for (const place of inner(payload)) {
      const value = valueAt(payload, place);
      for (const other of OTHER_TYPES.filter((each) => typeOf(each) !== typeOf(value) && value !== null))
        await expectRefused(name, withValue(payload, place, other));
      const key = place.at(-1) ?? '';
      if (!isOptional(place) && Number.isNaN(Number(key))) await expectRefused(name, withValue(payload, place, undefined));
      if (typeof value === 'string') await expectRefused(name, withValue(payload, place, 'x'.repeat(20_001)));
      if (Array.isArray(value))
        await expectRefused(
          name,
          withValue(
            payload,
            place,
            Array.from({ length: 1_001 }, () => value[0] as unknown),
          ),
        );
    }
  });

  it.each(samples)('%s: no id is a name every object has', async (_what, name, payload) => {
    const ids = inner(payload).filter(
      (place) =>
        /^(?:id|typeId|handoffId|questionId|itemId|sectionId|roleId|groupId|fieldId)$/u.test(place.at(-1) ?? '') ||
        /Ids$/u.test(place.at(-2) ?? ''),
    );
    for (const place of ids) for (const key of INHERITED) await expectRefused(name, withValue(payload, place, key));
  });

  it.each(['0010101', '+10101', '1e4', ' 10101', '10101 ', '9007199254740993', '../10101', 'SHOP-1', ''])(
    'an issue id is written one way: %p is none',
    async (issueId) => {
      await expectRefused('handoff.get', { issueId });
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    ' https://example.com',
    'java\nscript:alert(1)',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.com',
    'https://',
    `https://example.com/${'x'.repeat(2_000)}`,
  ])('a link is http or https: %p is none', async (url) => {
    await expectRefused('handoff.edit', {
      commandId: 'command-1',
      typeId: 't1',
      changes: [{ field: 'item', id: 'pull_request', value: { kind: 'link', url }, basedOn: 0 }],
    });
  });

  it('says where it is wrong', async () => {
    const payload = { commandId: 'command-1', typeId: 't1', changes: [{ field: 'section', id: 'situation', value: 7, basedOn: 0 }] };
    expect((await answer('handoff.edit', payload)).path).toBe('changes.0.value');
  });
});

describe('whatever comes', () => {
  const codes = new Set(['INVALID_PAYLOAD', LET_IN]);

  it.each(NAMES)('%s answers a code of the closed set', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true }), async (payload) => {
        expect(codes).toContain((await answer(name, payload)).code);
      }),
      { numRuns: 60 },
    );
  });

  it.each(samples)('%s with one value replaced by anything answers a code of the closed set', async (_what, name, payload) => {
    const places = placesOf(payload);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: places.length - 1 }),
        fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constantFrom(...INHERITED)),
        async (index, value) => {
          expect(codes).toContain((await answer(name, withValue(payload, places[index] ?? [], value))).code);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no account', { extension: { issue: { id: '10101' }, project: { id: '10000' } } }],
    ['an account that is no text', { ...CONTEXT, accountId: 7 }],
    ['an issue id that is none', { ...CONTEXT, extension: { issue: { id: 'SHOP-1' }, project: { id: '10000' } } }],
    ['a project that is none', { ...CONTEXT, extension: { issue: { id: '10101' }, project: { id: '__proto__' } } }],
  ])('a context with %s reaches nothing', async (_what, context) => {
    touched.length = 0;
    const result = await bridge.get('handoff.get')?.({ payload: {}, context });
    expect(result).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(touched).toEqual([]);
  });
});

describe('text', () => {
  const saved = async (text: string): Promise<string> => {
    const v = await import('valibot');
    const { addNote } = await import('../../../src/contract/payloads');
    return v.parse(addNote, { commandId: 'command-1', handoffId: 'h1', text }).text;
  };

  it.each(['<img src=x onerror=alert(1)>', '\u202Ereversed\u202C', 'zero\u200Bwidth', '👩‍👩‍👧 family', 'a\r\n\tb', '日本語', '</script>'])(
    '%p is taken as it is',
    async (text) => {
      expect(await saved(text)).toBe(text);
    },
  );

  it('holds no NUL and no half character, which not every store can keep', async () => {
    expect(await saved('a\0b\uD83Dc')).toBe('ab\uFFFDc');
  });
});

describe('codes', () => {
  const texts = JSON.parse(readFileSync('src/contract/locales/en-US.json', 'utf8')) as Record<string, string>;
  const unionIn = (file: string, name: string): string[] => {
    const source = readFileSync(file, 'utf8');
    const [, union = ''] = new RegExp(`export type ${name} =([^;]*);`, 'u').exec(source) ?? [];
    return [...union.matchAll(/'([A-Z_]+)'/gu)].map(([, code]) => code ?? '');
  };
  const all = [...unionIn('src/contract/call.ts', 'CallErrorCode'), ...unionIn('src/domain/handoff/command.ts', 'RefusalCode')];

  it.each(all)('%s has a text that says what happened and that nothing was lost', (code) => {
    expect(texts[`error.${code}`] ?? '').toMatch(/\b(?:nothing|not|kept|up to date|copy your text)\b/iu);
  });

  it('are all there', () => {
    expect(all.length).toBeGreaterThan(25);
  });
});
