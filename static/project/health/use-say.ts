import { useMemo } from 'react';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import type { Say } from './say-numbers';

/** How numbers are said to whoever looks. */
export function useSay(): Say {
  const t = useText();
  const { locale } = useSurface();
  return useMemo(() => ({ t, locale }), [t, locale]);
}
