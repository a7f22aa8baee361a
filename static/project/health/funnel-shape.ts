import { funnelLimits } from '../../../src/domain/metrics/funnel-limits';
import type { Funnel, TypeInFunnel } from './across-types';
import type { PlotLine, PlotShape } from './plot-shape';
import { sayPercentTick, sayShare, type Say } from '../../kit/numbers/say-numbers';

const MOST_STEPS = 120;
const HEADROOM = 1.08;
const MOST_LETTERS = 24;

/** What a type says in the funnel: its share with n, and whether it is like the others. */
export function sayType(say: Say, { name, standing, k, n }: TypeInFunnel): string {
  return say.t(`health.funnel.${standing}`, { name, share: sayShare(say, { k, n }) });
}

/** Types by how many were decided: the fewer, the further from all the others chance alone takes them. */
export function funnelShape(say: Say, { share, types }: Funnel): PlotShape {
  const most = Math.max(...types.map(({ n }) => n)) * HEADROOM;
  const step = Math.max(1, Math.ceil(most / MOST_STEPS));
  const sizes = Array.from({ length: Math.floor(most / step) }, (_each, index) => (index + 1) * step);
  const limits = sizes.flatMap((n) => {
    const found = funnelLimits(share, n);
    return found === null ? [] : [{ n, ...found }];
  });
  const limit = (kind: PlotLine['kind'], of: 'inner' | 'outer', side: 'lower' | 'upper'): PlotLine => ({
    kind,
    at: limits.map((each) => [each.n, each[of][side]] as const),
  });
  return {
    points: types.map((type) => ({
      ...{ x: type.n, y: type.k / type.n, text: sayType(say, type) },
      // Those among the others need no name in the plot: which is which is chance.
      ...(type.standing === 'expected'
        ? { isSignal: false }
        : { isSignal: true, label: { name: cut(type.name), side: type.k / type.n < share ? 'below' : 'above' } }),
    })),
    lines: [
      {
        kind: 'centre',
        at: [
          [0, share],
          [most, share],
        ],
      },
      limit('limit', 'inner', 'lower'),
      limit('limit', 'inner', 'upper'),
      limit('farLimit', 'outer', 'lower'),
      limit('farLimit', 'outer', 'upper'),
    ],
    x: { domain: [0, most], ticks: 'round', say: (at) => at.toLocaleString(say.locale), title: say.t('health.funnel.x') },
    y: {
      scale: 'linear',
      domain: [0, 1],
      ticks: [0, 0.25, 0.5, 0.75, 1],
      say: (at) => sayPercentTick(say, at),
      title: say.t('health.funnel.y'),
    },
    isSeries: false,
  };
}

/** A name as long as a plot has room for. */
function cut(name: string): string {
  return name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…`;
}
