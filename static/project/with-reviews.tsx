import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import Spinner from '@atlaskit/spinner';
import type { ProjectHome } from '../../src/contract/project-home';
import { useText } from '../kit/text/use-text';
import styles from './project-page.module.css';
import { OpenReviewContext, type Noticed } from './review/open-review-context';

const ReviewPage = lazy(() => import('./review/review-page'));

interface WithReviewsProps {
  readonly home: ProjectHome;
  /** A review was opened or finished: the page's lines are no longer what they were. */
  readonly onChanged: () => void;
  readonly children: ReactNode;
}

/**
 * The project page, or in its place the reviews of one type. What the page shows stays where it is meanwhile, and the way back leads to
 * where somebody was. Without reviews it is the page alone.
 */
export function WithReviews({ home, onChanged, children }: WithReviewsProps) {
  const t = useText();
  const [asked, setAsked] = useState<{ readonly typeId: string; readonly noticed: Noticed | null } | null>(null);
  const opener = useRef<Element | null>(null);
  const { reviews } = home;
  if (reviews === undefined) return children;
  const place = {
    has: (typeId: string): boolean => reviews.some((line) => line.typeId === typeId),
    open: (typeId: string, noticed: Noticed | null = null): void => {
      opener.current = document.activeElement;
      setAsked({ typeId, noticed });
    },
  };
  const close = (): void => {
    setAsked(null);
    onChanged();
    requestAnimationFrame(() => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    });
  };
  return (
    <OpenReviewContext.Provider value={place}>
      <div hidden={asked !== null}>{children}</div>
      {asked !== null && (
        <Suspense
          fallback={
            <div className={styles.waiting}>
              <Spinner label={t('review.loading')} size="large" />
            </div>
          }
        >
          <ReviewPage {...asked} home={home} onBack={close} />
        </Suspense>
      )}
    </OpenReviewContext.Provider>
  );
}
