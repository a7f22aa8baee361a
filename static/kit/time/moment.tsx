import { useSurface } from '../surface/surface-context';
import { formatMoment, formatMomentInFull } from './format-moment';
import { useNow } from './use-now';

/** A moment for reading; `at` is ISO 8601 UTC. The full date with its zone shows on hover and is what machines read. */
export function Moment({ at }: { readonly at: string }) {
  const reader = useSurface();
  const now = useNow();
  return (
    <time dateTime={at} title={formatMomentInFull(at, reader)}>
      {formatMoment(at, now, reader)}
    </time>
  );
}
