import { useMutation } from '@tanstack/react-query';
import type { ReviewView } from '../../../src/contract/review';
import type { Review, Signed } from '../../../src/domain/review/review';
import { call } from '../../kit/bridge/call';
import { announce } from '../../kit/feedback/announce';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Fold } from '../../kit/layout/fold';
import { TextButton } from '../../kit/layout/text-button';
import { JiraLink } from '../../kit/navigation/jira-link';
import { sectionPath } from '../../kit/navigation/settings-target';
import { personName } from '../../kit/people/person-name';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import { monthName } from '../../kit/time/month-name';
import { ReadReview } from './read-review';
import styles from './review.module.css';

interface PastReviewsProps {
  readonly view: ReviewView;
  readonly projectKey: string;
  readonly show: (view: ReviewView) => void;
}

/** Finished reviews, newest first, each folded away but the newest where no other is under way. */
export function PastReviews({ view, projectKey, show }: PastReviewsProps) {
  const t = useText();
  const { locale } = useSurface();
  const { past, open } = view;
  const by = (signed: Signed) => ({
    name: personName(view.people, signed.by, t('common.formerUser')),
    day: formatDay(signed.at.slice(0, 10), locale),
  });
  if (past.length === 0) return null;
  const summary = ({ month, finished, cosigned }: Review): string =>
    [
      monthName(month, locale),
      ...(finished === null ? [] : [t('review.past.finished', by(finished))]),
      ...(cosigned === null ? [] : [t('review.past.cosigned', by(cosigned))]),
    ].join(' · ');
  return (
    <section className={styles.part} aria-label={t('review.past')}>
      <h3 className={styles.title}>{t('review.past')}</h3>
      {past.map((review, index) => (
        <Fold key={review.finished?.at ?? review.month} summary={summary(review)} startsOpen={index === 0 && open === null}>
          <ReadReview review={review} view={view} />
          {index === 0 && view.viewer.canCosign && <Cosign view={view} show={show} />}
          {index === 0 && review.drafted.length > 0 && view.viewer.isProjectAdmin && (
            <p>
              <JiraLink to={{ kind: 'page', moduleKey: 'handoff-settings', projectKey, path: sectionPath('handoffs', view.type.typeId) }}>
                {t('review.past.toDraft')}
              </JiraLink>
            </p>
          )}
        </Fold>
      ))}
    </section>
  );
}

function Cosign({ view, show }: Omit<PastReviewsProps, 'projectKey'>) {
  const t = useText();
  const signing = useMutation({
    mutationFn: () => call('project.cosignReview', { typeId: view.type.typeId, version: view.version }),
    onSuccess: (signed) => {
      show(signed);
      announce(t('review.past.signed'));
    },
  });
  return (
    <>
      <p>
        <TextButton onClick={() => signing.mutate()}>{t('review.past.sign')}</TextButton>
      </p>
      <ErrorStrip error={signing.error} />
    </>
  );
}
