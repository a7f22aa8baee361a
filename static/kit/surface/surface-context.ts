import { createContext, useContext } from 'react';
import type { FrameContext } from '../bridge/jira-view';
import type { Translate } from '../text/format-text';

/** What every part of a surface may ask for: who looks, in which language and zone, and the strings. */
export interface SurfaceSetting extends FrameContext {
  readonly translate: Translate;
}

/** Provided once by `mountSurface`. */
export const SurfaceContext = createContext<SurfaceSetting | null>(null);

/** The surface's setting. Throws outside of a mounted surface. */
export function useSurface(): SurfaceSetting {
  const setting = useContext(SurfaceContext);
  if (setting === null) throw new Error('A surface part is used outside of mountSurface.');
  return setting;
}
