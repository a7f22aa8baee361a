import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import type { Browser } from 'playwright-core';
import type { DemoUser, RunningSite } from './running-site';

/**
 * Somebody in front of a browser on the local Jira. Counts what they do: a click, a drag, a key press that acts and a field filled
 * are one interaction each (the table of counted interactions in docs/user-guide.md).
 */
export class Visitor {
  interactions = 0;
  readonly consoleErrors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly site: RunningSite,
    readonly user: DemoUser,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => this.consoleErrors.push(error.message));
  }

  /** Opens a browser window of their own, logged in, without a page yet. */
  static async arrive(browser: Browser, site: RunningSite, user: DemoUser, size = { width: 1280, height: 900 }): Promise<Visitor> {
    const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
    const visitor = new Visitor(await context.newPage(), context, site, user);
    return visitor;
  }

  /** Goes to a path of the site by its address; not counted, as a link in a chat would bring them there. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(
      `${this.site.url}/_host/session?accountId=${encodeURIComponent(this.user.accountId)}&to=${encodeURIComponent(path)}`,
    );
  }

  startCounting(): void {
    this.interactions = 0;
  }

  async click(target: Locator): Promise<void> {
    this.interactions += 1;
    await this.attempt(() => target.click());
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.interactions += 1;
    await this.attempt(() => target.fill(text));
  }

  /** Drags a card of the board into a column. */
  async drag(issueKey: string, statusName: string): Promise<void> {
    this.interactions += 1;
    const column = this.page.locator('section[data-column]', { has: this.page.getByRole('heading', { name: statusName }) });
    await this.card(issueKey).dragTo(column, { targetPosition: { x: 120, y: 60 } });
  }

  card(issueKey: string): Locator {
    return this.page.locator(`[data-card="${issueKey}"]`);
  }

  cardInColumn(issueKey: string, statusName: string): Locator {
    return this.page
      .locator('section[data-column]', { has: this.page.getByRole('heading', { name: statusName }) })
      .locator(`[data-card="${issueKey}"]`);
  }

  /** What Jira says in a flag. */
  get flag(): Locator {
    return this.page.locator('#flags [role="alert"]');
  }

  /** The app inside the side entry of a work item. */
  get handoff(): FrameLocator {
    return this.page.frameLocator('[data-module="handoff-context"] iframe');
  }

  /** The app that fills a project or settings page. */
  get app(): FrameLocator {
    return this.page.frameLocator('.app-frame-fill iframe');
  }

  /** Leaves a picture of what the person saw when something they did failed. */
  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      await this.page.screenshot({ path: `build/failures/${this.user.part}-${String(this.interactions)}.png`, fullPage: true });
      throw error;
    }
  }

  /** Waits until something shows. */
  async see(target: Locator): Promise<void> {
    await this.attempt(() => target.first().waitFor());
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
