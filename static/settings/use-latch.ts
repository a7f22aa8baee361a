import { useRef } from 'react';

/**
 * True from the first time `now` is. For a fold that opens because of what is in it: it must not close under the hands of whoever
 * is just changing that.
 */
export function useLatch(now: boolean): boolean {
  const latched = useRef(now);
  latched.current ||= now;
  return latched.current;
}
