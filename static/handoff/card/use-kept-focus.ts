import { useEffect, useRef, type RefObject } from 'react';
import type { ScreenRow } from '../../../src/domain/handoff/screen-state';

interface KeptFocus {
  readonly top: RefObject<HTMLElement>;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Keeps the focus on a card whose row changed under it: the button that was pressed is gone then, and the reader goes on at the top
 * line, which says what is true now.
 */
export function useKeptFocus(row: ScreenRow): KeptFocus {
  const top = useRef<HTMLElement>(null);
  const isInside = useRef(false);
  useEffect(() => {
    if (isInside.current && document.activeElement === document.body) top.current?.focus();
  }, [row]);
  return {
    top,
    onFocus: () => {
      isInside.current = true;
    },
    // Does not happen when the focused element is removed, which is the case this is for.
    onBlur: () => {
      isInside.current = false;
    },
  };
}
