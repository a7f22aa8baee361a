import { useRef } from 'react';

interface Named {
  readonly label: string;
  readonly value: string;
}

const PAUSE_MS = 250;

/**
 * A search while typing: asks only after a pause, and only for the newest text; an overtaken one answers nothing, since its caller is
 * gone too. A failed search finds nothing: the person simply types on. `knownName` names what was found before.
 */
export function useLatestSearch<Found extends Named>(find: (query: string) => Promise<readonly Found[]>) {
  const newest = useRef(0);
  const names = useRef(new Map<string, string>());

  const search = async (query: string): Promise<readonly Found[]> => {
    const turn = ++newest.current;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (turn !== newest.current) return [];
    try {
      const found = await find(query);
      for (const { value, label } of found) names.current.set(value, label);
      return found;
    } catch {
      return [];
    }
  };

  return { search, knownName: (value: string): string | undefined => names.current.get(value) };
}
