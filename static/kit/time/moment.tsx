import { useSurface } from '../surface/surface-context';
import { formatAgo, formatMoment, formatMomentInFull } from './format-moment';
import { useNow } from './use-now';

interface MomentProps {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** `clock` names the time, `ago` the distance. */
  readonly as?: 'clock' | 'ago';
}

/** A moment for reading; the full date with its zone shows on hover and is what machines read. */
export function Moment({ at, as = 'clock' }: MomentProps) {
  const reader = useSurface();
  const now = useNow();
  return (
    <time dateTime={at} title={formatMomentInFull(at, reader)}>
      {as === 'clock' ? formatMoment(at, now, reader) : formatAgo(at, now, reader)}
    </time>
  );
}

/** Gives the same as a string, for use inside sentences. */
export function useMomentText(): (at: string) => string {
  const reader = useSurface();
  const now = useNow();
  return (at) => formatMoment(at, now, reader);
}
