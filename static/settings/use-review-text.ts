import type { ChecklistItem } from '../../src/domain/type/handoff-type';
import { isReviewDue } from '../../src/domain/type/items-to-review';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { useNow } from '../kit/time/use-now';

/** Says of an item past its day that it waits for a look; null of every other one. The day counts where the reader is. */
export function useReviewText(): (item: Pick<ChecklistItem, 'expiresOn'>) => string | null {
  const t = useText();
  const { locale, timeZone } = useSurface();
  const now = useNow();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  return ({ expiresOn }) => {
    if (expiresOn === undefined || !isReviewDue({ expiresOn }, today)) return null;
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${expiresOn}T00:00:00Z`));
    return t('settings.item.reviewDue', { day });
  };
}
