import type { DraftView } from '../../src/contract/drafts';
import type { SettingsView } from '../../src/contract/settings';
import { personName } from '../kit/people/person-name';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { formatMoment } from '../kit/time/format-moment';
import { useNow } from '../kit/time/use-now';

/** Says of a kept draft whose it is, from when, and on which version it was begun. */
export function useDraftWords(people: SettingsView['people']): (draft: DraftView) => string {
  const t = useText();
  const reader = useSurface();
  const now = useNow();
  return ({ savedBy, savedAt, basedOn }) => {
    const who = { name: personName(people, savedBy, t('common.formerUser')), when: formatMoment(savedAt, now, reader) };
    return basedOn === 0 ? t('settings.draft.ofNew', who) : t('settings.draft.about', { ...who, version: basedOn });
  };
}
