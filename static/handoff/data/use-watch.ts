import { useEffect, useRef } from 'react';

/** How often a visible screen asks whether something changed; design.md 5 allows no less than 15 s. */
const WATCH_INTERVAL_MS = 20_000;

/** Runs `check` every twenty seconds while the page is visible, and when it becomes visible again after longer than that. */
export function useWatch(check: () => void, enabled: boolean): void {
  const latest = useRef(check);
  useEffect(() => {
    latest.current = check;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    let checkedAt = Date.now();
    const checkIfDue = (): void => {
      if (document.visibilityState !== 'visible' || Date.now() - checkedAt < WATCH_INTERVAL_MS) return;
      checkedAt = Date.now();
      latest.current();
    };
    // Half the interval, so that a check that was due while hidden comes soon after.
    const timer = setInterval(checkIfDue, WATCH_INTERVAL_MS / 2);
    document.addEventListener('visibilitychange', checkIfDue);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', checkIfDue);
    };
  }, [enabled]);
}
