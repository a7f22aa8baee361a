import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import Spinner from '@atlaskit/spinner';
import type { ProjectHome } from '../../src/contract/project-home';
import { useText } from '../kit/text/use-text';
import styles from './project-page.module.css';
import { OpenReviewContext } from './review/open-review-context';

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
  const [typeId, setTypeId] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);
  if (home.reviews === undefined) return children;
  const open = (asked: string): void => {
    opener.current = document.activeElement;
    setTypeId(asked);
  };
  const close = (): void => {
    setTypeId(null);
    onChanged();
    requestAnimationFrame(() => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    });
  };
  return (
    <OpenReviewContext.Provider value={open}>
      <div hidden={typeId !== null}>{children}</div>
      {typeId !== null && (
        <Suspense
          fallback={
            <div className={styles.waiting}>
              <Spinner label={t('review.loading')} size="large" />
            </div>
          }
        >
          <ReviewPage typeId={typeId} home={home} onBack={close} />
        </Suspense>
      )}
    </OpenReviewContext.Provider>
  );
}
