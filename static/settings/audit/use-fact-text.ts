import type { Proposal } from '../../../src/domain/ten-questions/prefill';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';

/** Gives what a proposal rests on as a sentence, with its numbers. */
export function useFactText(): (proposal: Proposal) => string {
  const t = useText();
  const { locale } = useSurface();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return ({ fact, count = 0, part = 0 }) =>
    t(`audit.fact.${fact}`, { count, part, percent: percent.format(count === 0 ? 0 : part / count) });
}
