import { createContext } from 'react';
import type { ReviewSignal } from '../../../src/domain/review/review';

/** What made somebody want a review. */
export type Noticed = Omit<ReviewSignal, 'at'>;

/** How parts of the project page lead to the reviews of a type. */
interface ReviewPlace {
  /** Whether the type has reviews. */
  readonly has: (typeId: string) => boolean;
  /** Opens them in the place of the page; what was noticed joins the review under way, or begins one. */
  readonly open: (typeId: string, noticed?: Noticed) => void;
}

/** No type has reviews where nobody says so. */
export const OpenReviewContext = createContext<ReviewPlace>({ has: () => false, open: () => undefined });
