import '@atlaskit/css-reset';
import './base.css';
import { i18n, view } from '@forge/bridge';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { getFrameContext } from '../bridge/jira-view';
import { formatText, type Translate } from '../text/format-text';
import { ErrorBoundary } from './error-boundary';
import { newQueryClient } from './query-client';
import { SurfaceContext } from './surface-context';

/**
 * Starts a surface in `#root`: waits for Jira's theme (mounting earlier would flash the wrong palette) and for the strings, then
 * draws it inside the error boundary, the cache and the surface's setting.
 */
export async function mountSurface(surface: ReactElement): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) throw new Error('The page has no #root.');
  // Without a theme the page is still readable: the tokens have fallbacks.
  const themed = view.theme.enable().catch(() => undefined);
  const [context, translate] = await Promise.all([getFrameContext(), loadStrings(), themed]);
  document.documentElement.lang = context.locale;
  const text = (key: 'error.SCREEN' | 'common.reload', vars: Record<string, string> = {}) =>
    formatText(translate, context.locale, key, vars);
  createRoot(container).render(
    <SurfaceContext.Provider value={{ ...context, translate }}>
      <ErrorBoundary message={(code) => text('error.SCREEN', { code })} reload={text('common.reload')}>
        <QueryClientProvider client={newQueryClient()}>{surface}</QueryClientProvider>
      </ErrorBoundary>
    </SurfaceContext.Provider>,
  );
}

/** The strings of the person's language; English from the bundle when the site does not serve them. */
async function loadStrings(): Promise<Translate> {
  try {
    return await i18n.createTranslationFunction();
  } catch {
    const english: Readonly<Record<string, string>> = (await import('../../../src/contract/locales/en-US.json')).default;
    return (key, otherwise) => english[key] ?? otherwise ?? key;
  }
}
