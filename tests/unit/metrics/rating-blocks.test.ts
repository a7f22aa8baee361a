import fc from 'fast-check';
import { ratingBlocks } from '../../../src/domain/metrics/rating-blocks';
import type { RatingCounts } from '../../../src/domain/metrics/rating-counts';

const month = (name: string, counts: RatingCounts, people = 3) => ({
  month: name,
  rateable: counts.reduce((sum, count) => sum + count, 0) + 1,
  ratings: { counts, flagCounts: counts, latest: [], receivers: people, senders: people },
});

describe('ratingBlocks', () => {
  it('shows a month alone where it may be shown, and joins those that may not', () => {
    expect(ratingBlocks([month('2026-01', [0, 0, 1, 2, 3]), month('2026-02', [0, 1, 0, 1, 0]), month('2026-03', [0, 0, 0, 2, 1])])).toEqual(
      {
        blocks: [
          { from: '2026-01', to: '2026-01', counts: [0, 0, 1, 2, 3], rateable: 7 },
          { from: '2026-02', to: '2026-03', counts: [0, 1, 0, 3, 1], rateable: 7 },
        ],
        held: 0,
      },
    );
  });

  it('holds what came after the last stretch, and what too few people gave', () => {
    expect(ratingBlocks([month('2026-01', [0, 0, 1, 2, 3]), month('2026-02', [1, 0, 0, 0, 0])]).held).toBe(1);
    expect(ratingBlocks([month('2026-01', [0, 0, 0, 9, 9], 2)])).toEqual({ blocks: [], held: 18 });
  });

  it('never overlaps, never takes a newer month into an older stretch, and loses no rating', () => {
    const counts = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3));
    fc.assert(
      fc.property(fc.array(fc.tuple(counts, fc.nat(4)), { maxLength: 13 }), (given) => {
        const months = given.map(([each, people], index) => month(`2026-${String(index + 1).padStart(2, '0')}`, each, people));
        const { blocks, held } = ratingBlocks(months);
        const shown = blocks.reduce((sum, block) => sum + block.counts.reduce((all, each) => all + each, 0), 0);
        expect(shown + held).toBe(given.reduce((sum, [each]) => sum + each.reduce((all, one) => all + one, 0), 0));
        for (const [index, block] of blocks.entries()) expect((blocks[index - 1]?.to ?? '') < block.from).toBe(true);
        expect(ratingBlocks(months.slice(0, -1)).blocks).toEqual(blocks.filter(({ to }) => to !== months.at(-1)?.month));
      }),
    );
  });
});
