import fc from 'fast-check';
import { CHAIN_START, openEvent, sealEvent, verifyChain, type StoredEvent } from '../../../src/domain/audit/event-chain';
import { erasePersonFrom, erasePersonIn, toPseudonym } from '../../../src/domain/audit/erase-person';
import { ERASED_TEXT, isFormer } from '../../../src/domain/audit/former-person';
import type { LoggedEvent } from '../../../src/domain/handoff/event';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { briefOfRows } from '../../support/brief-of-rows';
import { play, step } from '../../support/handoff-steps';
import { HandoffWorld, sha256 } from '../../support/handoff-world';

const ana = { accountId: 'ana', pseudonym: toPseudonym('ana', 'salt', sha256) };

function seal(log: readonly LoggedEvent[]): StoredEvent[] {
  let previousHash: string = CHAIN_START.hash;
  return log.map((event, index) => {
    const sealed = sealEvent(event, { previousHash, seq: index + 1, sha256, newSalt: () => `salt-${String(index)}` });
    previousHash = sealed.hash;
    return sealed;
  });
}

/** Every string value and property name, each once. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]))];
}

function talkedOver(): HandoffWorld {
  const world = new HandoffWorld().offered();
  const { handoffId } = world.handoff;
  world.does({ type: 'ask', handoffId, text: 'Which build is it?' }, { by: 'ana' });
  const { questionId } = world.handoff.questions[0]!;
  world.does({ type: 'answer', handoffId, questionId, text: 'Build 41' });
  world.does(world.accept({ nextStep: 'Run the smoke test' }), { by: 'ana' });
  world.does({ type: 'rate', handoffId, value: 4, comment: 'Seed data was missing' }, { by: 'ana' });
  return world;
}

describe('erasing a person (E20)', () => {
  it('E20, I7: account id and own texts leave the events, bodies and hashes stay, the chain verifies', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), (steps) => {
        const { log } = play(steps, () => undefined);
        const before = seal(log);
        const after = before.map((event) => erasePersonFrom(event, ana));
        expect(verifyChain(after, sha256)).toEqual({ ok: true });
        expect(after.map(({ seq, hash, body }) => ({ seq, hash, body }))).toEqual(
          before.map(({ seq, hash, body }) => ({ seq, hash, body })),
        );
        expect(stringsIn(after)).not.toContain('ana');
        expect(after.map((event) => erasePersonFrom(event, ana))).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });

  it('E20: what somebody wrote is a tombstone, what others wrote stays', () => {
    const world = talkedOver();
    const opened = JSON.stringify(seal(world.log).map((event) => openEvent(erasePersonFrom(event, ana))));
    for (const text of ['Which build is it?', 'Run the smoke test', 'Seed data was missing']) expect(opened).not.toContain(text);
    for (const text of ['Build 41', 'Check refunds first', 'maya']) expect(opened).toContain(text);

    const { handoff } = { handoff: erasePersonIn(world.handoff, ana) };
    expect(handoff.questions[0]).toMatchObject({ text: ERASED_TEXT, askedBy: ana.pseudonym, answer: { text: 'Build 41', by: 'maya' } });
    expect(handoff.acceptance).toMatchObject({ by: ana.pseudonym, nextStep: ERASED_TEXT });
    expect(handoff.rating).toMatchObject({ value: 4, comment: ERASED_TEXT });
    expect(handoff.items['where']?.value).toEqual({ kind: 'text', text: 'Staging, build 41' });
    expect(handoff.receiver?.value).toEqual({ kind: 'person', accountId: ana.pseudonym });
  });

  it('E20: the sender’s texts go too, and the receiver’s name stays where the sender chose it', () => {
    const maya = { accountId: 'maya', pseudonym: toPseudonym('maya', 'salt', sha256) };
    const handoff = erasePersonIn(talkedOver().handoff, maya);
    expect(handoff.items['where']).toMatchObject({ value: { kind: 'text', text: ERASED_TEXT }, by: maya.pseudonym });
    expect(handoff.note['situation']?.value).toBe(ERASED_TEXT);
    expect(handoff.items['issues']?.value).toEqual({ kind: 'noneKnown' });
    expect(handoff.offer?.receiver).toEqual({ kind: 'person', accountId: 'ana' });
    expect(handoff.sender.value).toBe(maya.pseudonym);
  });

  it('E20: a record holds the account id nowhere any more, and its numbers are what they were', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }), (steps) => {
        const { record, handoffType } = play(steps, () => undefined);
        const erased = erasePersonIn(record, ana);
        expect(stringsIn(erased)).not.toContain('ana');
        const rows = [...record.handoffs, ...record.ended].map(({ handoffId }) => toHandoffRow(record, handoffId, null));
        const erasedRows = rows.map((row) => erasePersonIn(row, ana, row.senderId));
        expect(stringsIn(erasedRows).filter((text) => /\bana\b/u.test(text))).toEqual([]);
        const counters = { passedWhilePaused: 0, wouldHaveBeenStopped: 0 };
        expect(briefOfRows(erasedRows, [handoffType], '2026-03', counters)).toEqual(briefOfRows(rows, [handoffType], '2026-03', counters));
      }),
      { numRuns: 60 },
    );
  });

  it('E20: an event by somebody who left still names everybody else in it', () => {
    const world = new HandoffWorld().offered();
    const offered = world.log.at(-1);
    const event = {
      ...offered,
      actor: { kind: 'user', accountId: 'ana' },
      by: 'ana',
      accountableId: 'lena',
      remindedId: 'tom',
      text: 'Mine',
    };
    const sealed = sealEvent(event, { previousHash: '', seq: 1, sha256, newSalt: () => 'salt' });
    expect(openEvent(erasePersonFrom(sealed, ana))).toMatchObject({
      by: ERASED_TEXT,
      accountableId: 'lena',
      remindedId: 'tom',
      text: ERASED_TEXT,
    });
  });

  it('E20: a pseudonym is the same each time, tells nothing, and is no account', () => {
    expect(toPseudonym('ana', 'salt', sha256)).toBe(ana.pseudonym);
    expect(toPseudonym('ana', 'other', sha256)).not.toBe(ana.pseudonym);
    expect(ana.pseudonym).toMatch(/^former:[0-9a-f]{32}$/u);
    expect([ana.pseudonym, ERASED_TEXT, 'ana', '5be24ba3f91c106033269289'].map(isFormer)).toEqual([true, true, false, false]);
  });
});
