import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { HandoffScreen } from '../../src/contract/handoff-screen';
import type { Entry, ItemAnswer } from '../../src/domain/handoff/handoff';
import type { TypeOptions } from '../../src/domain/type/type-options';
import { launchChromium } from '../support/chromium';
import { everyOption } from '../support/every-option';
import { anItem } from '../support/handoff-world';
import { entry, fullNote, storyCard, storyHandoff, storyScreen } from '../support/page-stories/handoff-samples';
import { storyType } from '../support/page-stories/settings-stories';
import { openStory } from '../support/page-stories/story-page';
import { timeAnswers } from '../support/page-stories/time-stories';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');
const SCREEN = { widthPx: 1280, heightPx: 800, colorMode: 'light' } as const;

const NINE = Array.from({ length: 9 }, (_, index) =>
  anItem(`item_${String(index)}`, { title: `Thing number ${String(index + 1)}`, hint: 'What it is for, in one line.' }),
);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

function screenWith(done: number, options: Partial<TypeOptions>): HandoffScreen {
  const items: Record<string, Entry<ItemAnswer>> = Object.fromEntries(
    NINE.slice(0, done).map(({ itemId }) => [itemId, entry({ kind: 'text', text: 'It stands on staging' } as const, 'u-me')]),
  );
  const receiver = entry({ kind: 'person', accountId: 'u-omar' } as const, 'u-me');
  return storyScreen([
    storyCard({
      handoffType: { ...storyType, items: NINE, options },
      handoff: storyHandoff('DRAFT', { sender: entry('u-me'), receiver, items, note: fullNote }),
    }),
  ]);
}

describe('one screen', () => {
  it.each([
    { done: 0, options: {}, which: 'everything off' },
    { done: 4, options: {}, which: 'everything off' },
    { done: 9, options: {}, which: 'everything off' },
    { done: 0, options: everyOption('u-maya'), which: 'every option on' },
    { done: 9, options: everyOption('u-maya'), which: 'every option on' },
  ])(
    'S-047: with nine items, $done of them done and $which, the primary button is in sight at 1280×800 without scrolling',
    async ({ done, options }) => {
      const answers = { ...timeAnswers(), 'handoff.get': screenWith(done, options) };
      const { page, complaints } = await openStory(browser, BUILD_DIR, { surface: 'handoff', answers }, SCREEN);
      const button = page.getByRole('button', { name: 'Hand off to Omar Haddad' });
      await button.waitFor();
      const box = await button.boundingBox();
      expect(box).not.toBeNull();
      expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThanOrEqual(SCREEN.heightPx);
      expect(await page.evaluate('scrollY')).toBe(0);
      expect(await page.getByRole('textbox').filter({ visible: true }).count()).toBe(9 - done);
      expect(complaints).toEqual([]);
    },
  );
});
