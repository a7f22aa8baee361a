import { useMemo } from 'react';
import { useSurface } from '../surface/surface-context';
import { useText } from '../text/use-text';
import type { Say } from './say-numbers';

/** How numbers are said to whoever looks. */
export function useSay(): Say {
  const t = useText();
  const { locale } = useSurface();
  return useMemo(() => ({ t, locale }), [t, locale]);
}
