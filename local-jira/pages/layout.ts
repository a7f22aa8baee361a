import type { Context } from 'hono';
import { html, raw } from 'hono/html';

import type { ProjectCard, Site, UserCard } from '../site';
import { THEME_ATTRIBUTE } from './client/frame-theme';
import type { Html } from './html';
import { chosenTheme } from './session';
import { sidebar } from './sidebar';
import { topBar } from './top-bar';

/** What every page knows: the site, who looks, and the request it answers. */
export interface PageContext {
  readonly c: Context;
  readonly site: Site;
  readonly user: UserCard;
}

/** One page of the site, without the frame around it. */
export interface Page {
  /** Browser title and name of the page. */
  readonly title: string;
  /** Which client behaviour starts: `client/site.ts` lists them. */
  readonly kind: 'plain' | 'board' | 'issue' | 'workflow' | 'search' | 'dashboard';
  /** The project whose navigation is open; null outside projects. */
  readonly project: ProjectCard | null;
  /** Path that the navigation marks as current. */
  readonly currentPath: string;
  readonly body: Html;
}

/** Sets the palette before anything is drawn, so a dark reader never sees a white flash. */
const EARLY_THEME = `(()=>{const r=document.documentElement;if(r.dataset.themeChoice==='auto'){const m=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';r.dataset.colorMode=m;r.style.colorScheme=m}})()`;

/** Puts a page into the frame all pages share: top bar, navigation, flags. */
export function renderPage({ c, site, user }: PageContext, page: Page): Response | Promise<Response> {
  const theme = chosenTheme(c);
  const colorMode = theme === 'dark' ? 'dark' : 'light';
  return c.html(
    html`<!doctype html>
      <html
        lang="en"
        data-theme="${THEME_ATTRIBUTE}"
        data-color-mode="${colorMode}"
        data-theme-choice="${theme}"
        style="color-scheme: ${colorMode}"
      >
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${page.title} - Local Jira</title>
          <link rel="icon" href="/_host/assets/favicon.svg" type="image/svg+xml" />
          <script>
            ${raw(EARLY_THEME)};
          </script>
          <link rel="stylesheet" href="/_host/assets/tokens.css" />
          <link rel="stylesheet" href="/_host/assets/site.css" />
          <script src="/_host/assets/site.js" defer></script>
        </head>
        <body data-page="${page.kind}" data-static-origin="${site.staticUrl}">
          <a class="skip-link" href="#main">Skip to main content</a>
          ${topBar(site, user, theme)}
          <div class="shell">
            ${sidebar(site, user, page.project, page.currentPath)}
            <main id="main" tabindex="-1">${page.body}</main>
          </div>
          <div id="flags" class="flags" role="region" aria-label="Messages"></div>
        </body>
      </html>`,
  );
}
