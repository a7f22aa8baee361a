import fc from 'fast-check';
import { CHAIN_START, openEvent, sealEvent, verifyChain, type StoredEvent } from '../../../src/domain/audit/event-chain';
import { headerFor } from '../../../src/domain/handoff/decision';
import { evolve, evolveAll, replay } from '../../../src/domain/handoff/evolve';
import { flushText } from '../../../src/domain/handoff/flush-text';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { play, step } from '../../support/handoff-steps';
import { sha256, type HandoffWorld } from '../../support/handoff-world';

const NUM_RUNS = 300;

function flushed(world: HandoffWorld): ReturnType<typeof flushText> {
  return world.record.handoffs.flatMap((handoff) =>
    flushText(handoff, headerFor({ record: world.record, handoff, context: world.context() })),
  );
}

describe('any sequence of commands by anyone', () => {
  it('I4: the log and the text still to be logged rebuild the record exactly', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
        const world = play(steps, () => undefined);
        const flush = flushed(world);
        expect(replay('10001', '10', [...world.log, ...flush])).toEqual(evolveAll(world.record, flush));
        expect(evolveAll(world.record, flush).handoffs.every(({ unlogged }) => Object.keys(unlogged).length === 0)).toBe(true);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  it('I4, I7: sealed and chained, the log verifies and opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), (steps) => {
        const world = play(steps, () => undefined);
        let previousHash: string = CHAIN_START.hash;
        const chain = world.log.map((event, index): StoredEvent => {
          const sealed = sealEvent(event, { previousHash, seq: index + 1, sha256, newSalt: () => `salt-${String(index)}` });
          previousHash = sealed.hash;
          return sealed;
        });
        expect(verifyChain(chain, sha256)).toEqual({ ok: true });
        expect(chain.map(openEvent)).toEqual(world.log);
      }),
      { numRuns: 100 },
    );
  });

  it('an event about a handoff that is not live changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), (steps) => {
        const { record, log } = play(steps, () => undefined);
        for (const event of log) if (event.type !== 'created') expect(evolve(record, { ...event, handoffId: 'gone' })).toBe(record);
      }),
      { numRuns: 50 },
    );
  });

  it('every handoff has a row whose index values are never empty', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
        const world = play(steps, ({ record }) => {
          for (const { handoffId } of [...record.handoffs, ...record.ended]) {
            const row = toHandoffRow(record, handoffId, null);
            const indexed = [row.waitsFor, row.dueAt, row.openIn, row.senderId, row.changedAt, row.cohortMonth, row.timerOn, row.timerAt];
            expect(indexed.every((value) => value.length > 0)).toBe(true);
          }
        });
        expect(() => toHandoffRow(world.record, 'none', null)).toThrow('none');
      }),
      { numRuns: 100 },
    );
  });
});
