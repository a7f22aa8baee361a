import { launchChromium } from '../support/chromium';
import { startSite } from '../support/running-site';
import { Visitor } from '../support/visitor';

const [picture = 'docs/images/blocked.png'] = process.argv.slice(2);

/** Takes the README's picture: a move to QA that was stopped, and why. */
async function shootBlockedMove(): Promise<void> {
  const [site, browser] = await Promise.all([startSite(), launchChromium()]);
  try {
    const sender = await Visitor.arrive(browser, site, site.user('sender'), { width: 1200, height: 620 });
    await sender.goTo('/jira/projects/SHOP/board');
    await sender.drag('SHOP-1', 'In QA');
    await sender.see(sender.flag);
    await sender.page.screenshot({ path: picture });
  } finally {
    await browser.close();
    await site.close();
  }
}

void shootBlockedMove();
