import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { startSite, type DemoUser, type RunningSite } from './running-site';
import { Visitor } from './visitor';

/** Longest a person waits for the screen to follow, in ms. */
const PATIENCE_MS = 15_000;

/** A running local Jira and a browser for the tests of one file; see {@link useBrowserStage}. */
interface BrowserStage {
  /** Throws outside of tests. */
  readonly site: RunningSite;
  /** Opens a window for the demo user with this part; it closes after the test. */
  readonly arrive: (part: string) => Promise<Visitor>;
  /** The same by the name they have on screen. */
  readonly arriveAs: (displayName: string) => Promise<Visitor>;
}

/**
 * Registers the hooks a file of browser tests needs: starts site and browser, sees after each test that no visitor's page wrote an
 * error, and at the end that the content policy reported nothing.
 */
export function useBrowserStage(): BrowserStage {
  let running: { readonly site: RunningSite; readonly browser: Browser } | null = null;
  const visitors: Visitor[] = [];
  const stage = (): { readonly site: RunningSite; readonly browser: Browser } => {
    if (running === null) throw new Error('the site runs only while tests do');
    return running;
  };

  beforeAll(async () => {
    const [site, browser] = await Promise.allSettled([startSite(), launchChromium()]);
    if (site.status === 'fulfilled' && browser.status === 'fulfilled') {
      running = { site: site.value, browser: browser.value };
      return;
    }
    // What did start would keep the test run from ending.
    for (const one of [site, browser]) if (one.status === 'fulfilled') await one.value.close();
    throw [site, browser].find((one) => one.status === 'rejected')?.reason;
  });

  afterEach(async () => {
    const errors = visitors.flatMap(({ consoleErrors }) => consoleErrors);
    await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
    expect(errors).toEqual([]);
  });

  afterAll(async () => {
    if (running === null) return;
    const { site, browser } = running;
    const reports = await site.request<unknown[]>('GET', '/__csp_report');
    await browser.close();
    await site.close();
    expect(reports).toEqual([]);
  });

  const arrive = async (isMeant: (user: DemoUser) => boolean): Promise<Visitor> => {
    const { site, browser } = stage();
    const user = site.users.find(isMeant);
    if (user === undefined) throw new Error('the demo has nobody like that');
    const visitor = await Visitor.arrive(browser, site, user);
    visitor.page.setDefaultTimeout(PATIENCE_MS);
    visitors.push(visitor);
    return visitor;
  };
  return {
    get site() {
      return stage().site;
    },
    arrive: (part) => arrive((user) => user.part === part),
    arriveAs: (displayName) => arrive((user) => user.displayName === displayName),
  };
}
