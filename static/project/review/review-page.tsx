import { useEffect, useRef } from 'react';
import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import { useMutation } from '@tanstack/react-query';
import type { ProjectHome } from '../../../src/contract/project-home';
import type { ReviewView } from '../../../src/contract/review';
import { ledToChange } from '../../../src/domain/review/change-checklist';
import { reviewStanding, type ReviewStanding } from '../../../src/domain/review/review-due';
import { call } from '../../kit/bridge/call';
import { announce } from '../../kit/feedback/announce';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { TextButton } from '../../kit/layout/text-button';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { monthName } from '../../kit/time/month-name';
import { AgreedList } from './agreed-list';
import type { Noticed } from './open-review-context';
import { OpenReviewForm } from './open-review-form';
import { PastReviews } from './past-reviews';
import { ReadReview } from './read-review';
import styles from './review.module.css';
import { useBringSignal, useReviewView } from './use-review';

interface ReviewPageProps {
  readonly typeId: string;
  /** What led here; null: somebody opened it by hand. */
  readonly noticed: Noticed | null;
  readonly home: ProjectHome;
  readonly onBack: () => void;
}

/** The reviews of one handoff type: the one under way, or the way to open one, and what came of the earlier ones. */
export default function ReviewPage({ typeId, noticed, home, onBack }: ReviewPageProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data: view, error, isPending, refetch, show } = useReviewView(typeId);
  const line = home.reviews?.find((each) => each.typeId === typeId);
  const finished = view?.past[0]?.finished?.at;
  useEffect(() => heading.current?.focus(), [finished]);
  return (
    <main className={styles.page}>
      <p>
        <TextButton onClick={onBack}>{t('review.back')}</TextButton>
      </p>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {t('review.heading', { type: line?.typeName ?? '' })}
      </h2>
      {view === undefined ? (
        isPending ? (
          <Spinner label={t('review.loading')} size="large" />
        ) : (
          <ErrorStrip error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <Loaded
          view={view}
          noticed={noticed}
          standing={line === undefined ? null : reviewStanding(line)}
          projectKey={home.project.key}
          show={show}
        />
      )}
    </main>
  );
}

interface LoadedProps {
  readonly view: ReviewView;
  readonly noticed: Noticed | null;
  readonly standing: ReviewStanding | null;
  readonly projectKey: string;
  readonly show: (view: ReviewView) => void;
}

function Loaded({ view, noticed, standing, projectKey, show }: LoadedProps) {
  const t = useText();
  const { isBringing, error, retry } = useBringSignal(view, noticed, show);
  const { open, past, viewer } = view;
  const published = past.filter((review) => ledToChange(review, view.type)).length;
  if (isBringing) return <Spinner label={t('review.loading')} size="large" />;
  return (
    <>
      <ErrorStrip error={error} onRetry={retry} />
      <AgreedList view={view} show={show} />
      {open === null ? (
        <Start view={view} standing={standing} show={show} />
      ) : viewer.canEdit ? (
        <OpenReviewForm key={open.opened.at} view={view} open={open} due={standing?.due ?? null} show={show} />
      ) : (
        <ReadReview review={open} view={view} />
      )}
      <PastReviews view={view} projectKey={projectKey} show={show} />
      {past.length > 0 && <p className={styles.subtle}>{t('review.ledToChange', { count: past.length, changes: published })}</p>}
    </>
  );
}

/** No review is under way: what one is, and the button that opens it for who may. */
function Start({ view, standing, show }: Omit<LoadedProps, 'projectKey' | 'noticed'>) {
  const t = useText();
  const { locale } = useSurface();
  const { typeId } = view.type;
  // What was reviewed already is not asked for again: then it is about the month that goes on.
  const isReviewed = standing === null || view.past.some((review) => review.month === standing.month);
  const month = isReviewed ? view.today.slice(0, 7) : standing.month;
  const label = t('review.open', { month: monthName(month, locale) });
  const opening = useMutation({
    mutationFn: () => call('project.openReview', { typeId, month, signal: null }),
    onSuccess: (opened) => {
      show(opened);
      announce(t('review.opened'));
    },
  });
  return (
    <>
      <p>{t('review.intro')}</p>
      {view.viewer.canEdit ? (
        <p>
          {isReviewed ? (
            <TextButton onClick={() => opening.mutate()}>{label}</TextButton>
          ) : (
            <Button appearance="primary" isLoading={opening.isPending} onClick={() => opening.mutate()}>
              {label}
            </Button>
          )}
        </p>
      ) : (
        <p className={styles.subtle}>{t('review.whoOpens')}</p>
      )}
      <ErrorStrip error={opening.error} />
    </>
  );
}
