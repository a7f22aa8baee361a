import type { GuidesView, GuideView } from '../../../src/contract/guide';
import { isStale } from '../../../src/domain/type/playbook-page';
import { TextButton } from '../../kit/layout/text-button';
import { personName } from '../../kit/people/person-name';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import styles from './playbook-section.module.css';

interface GuideReviewProps {
  readonly guides: GuidesView;
  readonly stored: GuideView;
  readonly isDirty: boolean;
  readonly onStillRight: () => void;
}

/** When somebody last looked at the page, whether that was long ago, and one click to say that it is still right (S-164). */
export function GuideReview({ guides, stored, isDirty, onStillRight }: GuideReviewProps) {
  const t = useText();
  const { locale } = useSurface();
  const { reviewedOn, reviewedBy } = stored.guide;
  return (
    <div className={styles.row}>
      <span>
        {reviewedOn === null
          ? t('playbook.neverReviewed')
          : t('playbook.reviewed', {
              day: formatDay(reviewedOn, locale),
              name: personName(guides.people, reviewedBy ?? '', t('common.formerUser')),
            })}
      </span>
      {isStale(stored.guide, guides.today) && <span className={styles.badge}>{t('playbook.stale')}</span>}
      {!isDirty && stored.version > 0 && <TextButton onClick={onStillRight}>{t('playbook.stillRight')}</TextButton>}
    </div>
  );
}
