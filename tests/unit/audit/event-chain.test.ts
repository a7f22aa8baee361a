import fc from 'fast-check';
import {
  CHAIN_START,
  eraseFrom,
  findBreak,
  openEvent,
  sealEvent,
  verifyChain,
  type JsonValue,
  type StoredEvent,
} from '../../../src/domain/audit/event-chain';
import { ERASED_TEXT } from '../../../src/domain/audit/former-person';
import { evolveAll } from '../../../src/domain/handoff/evolve';
import { emptyRecord } from '../../../src/domain/handoff/empty-record';
import type { LoggedEvent } from '../../../src/domain/handoff/event';
import { HandoffWorld, sha256 } from '../../support/handoff-world';

function sealAll(events: readonly object[]): StoredEvent[] {
  let previousHash: string = CHAIN_START.hash;
  let salts = 0;
  return events.map((event, index) => {
    const sealed = sealEvent(event, { previousHash, seq: index + 1, sha256, newSalt: () => `salt-${String((salts += 1))}` });
    previousHash = sealed.hash;
    return sealed;
  });
}

const aLog = (): readonly LoggedEvent[] => {
  const world = new HandoffWorld().offered();
  world.does({ type: 'ask', handoffId: world.handoff.handoffId, text: 'Which build?' }, { by: 'ana' });
  world.does(world.accept({ nextStep: 'Smoke test' }), { by: 'ana' });
  return world.log;
};

describe('sealEvent', () => {
  it('S-065: leaves no account id and no text in the body', () => {
    const bodies = JSON.stringify(sealAll(aLog()).map(({ body }) => body));
    for (const text of ['maya', 'ana', 'Staging', 'https://git.example', 'Which build?', 'Smoke test', 'gift card']) {
      expect(bodies).not.toContain(text);
    }
    expect(bodies).toContain('10001-dev-qa-1');
  });

  it('takes a string for personal unless its key is known to be public', () => {
    const [stored] = sealAll([{ type: 'x', invented: 'Maya', nested: [{ invented: ['Ana'] }] }]);
    expect(stored?.personal).toEqual({
      '/invented': { salt: 'salt-1', value: 'Maya' },
      '/nested/0/invented/0': { salt: 'salt-2', value: 'Ana' },
    });
  });

  it('hides equal texts from each other', () => {
    const [stored] = sealAll([{ one: 'maya', other: 'maya' }]);
    const body = stored?.body as { one: string; other: string };
    expect(body.one).not.toBe(body.other);
  });

  it('opens to what was sealed, whatever it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (event) => {
        const plain: unknown = JSON.parse(JSON.stringify(event));
        const [stored] = sealAll([event]);
        expect(openEvent(stored!)).toEqual(plain);
        expect(verifyChain([stored!], sha256).ok).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('verifyChain', () => {
  const chain = sealAll(aLog());

  it('S-065: a whole chain verifies, also an empty one', () => {
    expect(verifyChain(chain, sha256)).toEqual({ ok: true });
    expect(verifyChain([], sha256)).toEqual({ ok: true });
  });

  it('I4: a missing, repeated or exchanged event breaks it', () => {
    expect(verifyChain(chain.slice(1), sha256)).toEqual({ ok: false, seq: 1, problem: 'sequence' });
    expect(verifyChain([...chain.slice(0, 1), ...chain.slice(2)], sha256)).toMatchObject({ ok: false, problem: 'sequence' });
    const renumbered = [...chain.slice(0, 1), ...chain.slice(2)].map((event, index) => ({ ...event, seq: index + 1 }));
    expect(verifyChain(renumbered, sha256)).toEqual({ ok: false, seq: 2, problem: 'hash' });
  });

  it('S-065, I7: any altered character anywhere breaks it', () => {
    fc.assert(
      fc.property(fc.nat(chain.length - 1), fc.nat(), fc.nat(), (index, place, shift) => {
        const altered = alterOneCharacter(chain[index]!, place, shift);
        const tampered = chain.map((event, each) => (each === index ? altered : event));
        expect(verifyChain(tampered, sha256).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('a personal value taken away, added or put elsewhere breaks it', () => {
    const [first, ...rest] = chain;
    const [[pointer, value] = ['', { salt: '', value: '' }], ...others] = Object.entries(first!.personal);
    const variants = [
      Object.fromEntries(others),
      { ...first!.personal, '/invented': value },
      { ...Object.fromEntries(others), [`${pointer}x`]: value },
    ];
    for (const personal of variants) {
      expect(verifyChain([{ ...first!, personal }, ...rest], sha256)).toEqual({ ok: false, seq: 1, problem: 'personal' });
    }
  });
});

describe('findBreak', () => {
  const chain = sealAll(aLog());
  const head = { seq: chain.length, hash: chain.at(-1)!.hash };

  it('S-065: nothing breaks a whole log, also one of which the last hash is no longer known', () => {
    expect([findBreak(chain, head, sha256), findBreak(chain, { ...head, hash: '' }, sha256)]).toEqual([null, null]);
  });

  it('S-065, I4: names the first event that was changed, the one that is missing, and the end of another log', () => {
    const altered = chain.map((event, index) => (index === 1 ? { ...event, hash: 'x' } : event));
    expect(findBreak(altered, head, sha256)).toBe(2);
    expect(findBreak(chain.slice(0, -1), head, sha256)).toBe(chain.length);
    expect(findBreak([], head, sha256)).toBe(1);
    expect(findBreak(sealAll([...aLog()].reverse()), head, sha256)).toBe(chain.length);
  });
});

describe('eraseFrom (E20)', () => {
  it('E20: value and salt go, the chain still verifies, replay is the same up to what was erased', () => {
    const log = aLog();
    const erased = sealAll(log).map((event) => eraseFrom(event, ({ value }) => value === 'maya'));
    expect(JSON.stringify(erased)).not.toContain('maya');
    expect(verifyChain(erased, sha256)).toEqual({ ok: true });
    const replayed = evolveAll(
      emptyRecord('10001', '10'),
      erased.map((event) => openEvent(event) as LoggedEvent),
    );
    const expected: unknown = JSON.parse(
      JSON.stringify(evolveAll(emptyRecord('10001', '10'), log)).replaceAll('"maya"', JSON.stringify(ERASED_TEXT)),
    );
    expect(replayed).toEqual(expected);
  });

  it('can tell by the rest of the event whose text it is', () => {
    const chain = sealAll(aLog());
    const erased = chain.map((event) =>
      eraseFrom(event, ({ pointer, body }) => pointer === '/text' && (body as { type?: JsonValue }).type === 'question.asked'),
    );
    expect(JSON.stringify(erased)).not.toContain('Which build?');
    expect(verifyChain(erased, sha256)).toEqual({ ok: true });
  });

  it('an event without a match stays the same object', () => {
    const [event] = sealAll(aLog());
    expect(eraseFrom(event!, () => false)).toBe(event);
  });

  it('an erased text cannot be written anew', () => {
    const chain = sealAll(aLog());
    const [first, ...rest] = chain.map((event) => eraseFrom(event, ({ value }) => value === 'maya'));
    const pointer = Object.keys(first!.personal).find((each) => first!.personal[each]?.value === null)!;
    const forged = { ...first!, personal: { ...first!.personal, [pointer]: { salt: '', value: 'eve' } } };
    expect(verifyChain([forged, ...rest], sha256)).toEqual({ ok: false, seq: 1, problem: 'personal' });
  });
});

/** Changes one character of one string or number of a stored event. */
function alterOneCharacter(stored: StoredEvent, place: number, shift: number): StoredEvent {
  const text = JSON.stringify(stored);
  const positions = Array.from(text.matchAll(/[a-z0-9]/gu), ({ index }) => index);
  for (let tried = 0; tried < positions.length; tried += 1) {
    const position = positions[(place + tried) % positions.length]!;
    const digits = /[0-9]/u.test(text[position]!) ? '123456789' : 'abcdefghijklmnopqrstuvwxyz';
    const replacement = digits[(digits.indexOf(text[position]!) + 1 + (shift % (digits.length - 1))) % digits.length]!;
    const altered = `${text.slice(0, position)}${replacement}${text.slice(position + 1)}`;
    if (altered === text) continue;
    try {
      const parsed = JSON.parse(altered) as StoredEvent;
      const hasItsParts = typeof parsed.seq === 'number' && typeof parsed.hash === 'string' && 'body' in parsed && 'personal' in parsed;
      const hasItsSalts =
        hasItsParts && Object.values(parsed.personal).every(({ salt, value }) => typeof salt === 'string' && typeof value === 'string');
      if (hasItsSalts) return parsed;
    } catch {
      continue;
    }
  }
  throw new Error('Nothing to alter');
}
