import type { CoverageRow } from '../../../src/contract/coverage';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';

/** Names a move as people know it: `In Development → In QA (Send to QA)`. */
export function useMoveName(): (row: Pick<CoverageRow, 'from' | 'to' | 'name'>) => string {
  const t = useText();
  const { locale } = useSurface();
  return ({ from, to, name }) => {
    const leaves = new Intl.ListFormat(locale, { type: 'disjunction' }).format(from.map((status) => status.name));
    return t('settings.rules.move', { from: leaves === '' ? t('settings.rules.anyStatus') : leaves, to: to.name, name });
  };
}
