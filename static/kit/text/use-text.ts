import { useCallback } from 'react';
import { useSurface } from '../surface/surface-context';
import { formatText, type TextKey, type TextVars } from './format-text';

/** Gives `t('key', {vars})` in the reader's language. */
export function useText(): (key: TextKey, vars?: TextVars) => string {
  const { translate, locale } = useSurface();
  return useCallback((key, vars) => formatText(translate, locale, key, vars), [translate, locale]);
}
