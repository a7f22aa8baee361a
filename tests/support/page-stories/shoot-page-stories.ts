/**
 * Pictures of every state of every surface, light and dark, narrow and wide:
 * `npx tsx tests/support/page-stories/shoot-page-stories.ts <build folder> <picture folder> [name part]`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../chromium';
import { allStories } from './all-stories';
import { LOOKS } from './look-at';
import { openStory } from './story-page';

const [buildDir = 'build/static', pictureDir = 'build/pictures', namePart = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  mkdirSync(pictureDir, { recursive: true });
  const browser = await launchChromium();
  try {
    for (const [name, story] of Object.entries(allStories).filter(([each]) => each.includes(namePart))) {
      for (const look of LOOKS) {
        const opened = story();
        const { page, complaints } = await openStory(browser, buildDir, opened, look);
        await page.waitForSelector('main');
        await page.waitForLoadState('networkidle');
        await opened.act?.(page);
        const overflowPx = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        await page.screenshot({ path: join(pictureDir, `${name}-${look.colorMode}-${look.widthPx}.png`), fullPage: true });
        if (overflowPx !== 0 || complaints.length > 0)
          console.log(`${name} ${look.colorMode} ${look.widthPx}: ${String(overflowPx)} px too wide; ${complaints.join(' | ')}`);
      }
    }
  } finally {
    await browser.close();
  }
}

void main();
