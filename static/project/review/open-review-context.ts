import { createContext } from 'react';

/** Opens the reviews of a type in the place of the page; nothing where the page has none. */
export const OpenReviewContext = createContext<(typeId: string) => void>(() => undefined);
