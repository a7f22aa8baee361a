/**
 * Pictures of every state of the project, settings, rule and admin pages, light and dark, narrow and wide:
 * `npx tsx tests/support/page-stories/shoot-page-stories.ts <build folder> <picture folder> [name part]`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../chromium';
import { handoffStories } from './handoff-stories';
import { projectStories } from './project-stories';
import { ruleAndAdminStories } from './rule-and-admin-stories';
import { settingsStories } from './settings-stories';
import { openStory, type Story } from './story-page';

const [buildDir = 'build/static', pictureDir = 'build/pictures', namePart = ''] = process.argv.slice(2);

const LOOKS = [
  { colorMode: 'light', widthPx: 1200 },
  { colorMode: 'dark', widthPx: 1200 },
  { colorMode: 'light', widthPx: 400 },
  { colorMode: 'dark', widthPx: 400 },
] as const;

async function main(): Promise<void> {
  mkdirSync(pictureDir, { recursive: true });
  const stories: Record<string, () => Story> = {
    ...handoffStories,
    ...settingsStories,
    ...Object.fromEntries(Object.entries({ ...projectStories, ...ruleAndAdminStories }).map(([name, story]) => [name, () => story])),
  };
  const browser = await launchChromium();
  try {
    for (const [name, story] of Object.entries(stories).filter(([each]) => each.includes(namePart))) {
      for (const look of LOOKS) {
        const { page, complaints } = await openStory(browser, buildDir, story(), look);
        await page.waitForSelector('main');
        await page.waitForLoadState('networkidle');
        const overflowPx = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        await page.screenshot({ path: join(pictureDir, `${name}-${look.colorMode}-${look.widthPx}.png`), fullPage: true });
        if (overflowPx !== 0 || complaints.length > 0) console.log(`${name} ${look.colorMode} ${look.widthPx}: ${String(overflowPx)} px too wide; ${complaints.join(' | ')}`);
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}

void main();
