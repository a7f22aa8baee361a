import { useContext, type ReactNode } from 'react';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { OpenReviewContext, type Noticed } from './open-review-context';

/** Gives the way from something noticed to a review of it (S-110); undefined where the type has no reviews. */
export function useDiscuss(typeId: string): (noticed: Noticed) => ReactNode | undefined {
  const t = useText();
  const { has, open } = useContext(OpenReviewContext);
  return (noticed) => (has(typeId) ? <TextButton onClick={() => open(typeId, noticed)}>{t('review.discuss')}</TextButton> : undefined);
}
