import { useSurface } from '../surface/surface-context';
import { formatMoment } from './format-moment';
import { useNow } from './use-now';

/** Gives a moment as briefly as it stays clear, in the reader's language and zone; `at` is ISO 8601 UTC. */
export function useMomentText(): (at: string) => string {
  const reader = useSurface();
  const now = useNow();
  return (at) => formatMoment(at, now, reader);
}
