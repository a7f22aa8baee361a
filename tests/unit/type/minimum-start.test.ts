import { STARTERS } from '../../../src/domain/type/starters/starter-library';

describe('the smallest start', () => {
  it.each(STARTERS.map((starter) => [starter.starterId, starter] as const))(
    'S-135: %s has information, steps and confirmation: at least one item each, and every item in one of them',
    (_id, { groups, items }) => {
      for (const ids of Object.values(groups)) expect(ids.length).toBeGreaterThanOrEqual(1);
      expect(Object.keys(groups)).toEqual(['information', 'steps', 'confirmation']);
      expect(Object.values(groups).flat().sort()).toEqual(items.map(({ itemId }) => itemId).sort());
    },
  );
});
