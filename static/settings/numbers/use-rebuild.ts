import { useEffect, useRef, useState } from 'react';
import type { RebuildStep, TypeMonth } from '../../../src/contract/numbers';
import { call } from '../../kit/bridge/call';

/** Where making all numbers anew stands. */
export type RebuildState =
  | { readonly step: 'idle' }
  | { readonly step: 'looking'; readonly looked: number }
  | { readonly step: 'counting'; readonly left: number; readonly of: number }
  | { readonly step: 'done'; readonly of: number }
  /** The months are being made, and were not all there when nobody asked any more. */
  | { readonly step: 'later' };

/** Months asked about at once. */
const MONTHS_AT_ONCE = 100;

/** How often it is asked, in ms, and how many times. */
const ASK_EVERY_MS = 15_000;
const MOST_ASKS = 20;

/** Has all numbers of the project made anew; goes on as long as the page is open, and can be begun again at any time. */
export function useRebuild(onDone: () => void): {
  readonly state: RebuildState;
  readonly error: unknown;
  readonly start: () => Promise<void>;
} {
  const [state, setState] = useState<RebuildState>({ step: 'idle' });
  const [error, setError] = useState<unknown>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const lookThrough = async (): Promise<{ readonly since: string; readonly months: readonly TypeMonth[] }> => {
    const months = new Map<string, TypeMonth>();
    let looked = 0;
    let step: Pick<RebuildStep, 'since' | 'cursor'> | null = null;
    for (;;) {
      const found: RebuildStep = await call('settings.rebuildNumbers', { since: step?.since ?? null, cursor: step?.cursor ?? null });
      for (const each of found.months) months.set(`${each.typeId} ${each.month}`, each);
      looked += found.looked;
      setState({ step: 'looking', looked });
      if (found.cursor === null || isGone.current) return { since: found.since, months: [...months.values()] };
      step = found;
    }
  };

  const countDown = async (since: string, months: readonly TypeMonth[]): Promise<void> => {
    for (let ask = 0; ask < MOST_ASKS && !isGone.current; ask += 1) {
      let left = 0;
      for (let start = 0; start < months.length; start += MONTHS_AT_ONCE)
        left += (await call('settings.numbersLeft', { since, months: months.slice(start, start + MONTHS_AT_ONCE) })).left;
      if (left === 0) {
        setState({ step: 'done', of: months.length });
        onDone();
        return;
      }
      setState({ step: 'counting', left, of: months.length });
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
    setState({ step: 'later' });
  };

  const start = async (): Promise<void> => {
    setError(null);
    setState({ step: 'looking', looked: 0 });
    try {
      const { since, months } = await lookThrough();
      await countDown(since, months);
    } catch (thrown) {
      setError(thrown);
      setState({ step: 'idle' });
    }
  };
  return { state, error, start };
}
