import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { openStory, type Story } from './story-page';

/** A palette and a width of the frame, in CSS pixels. */
interface Look {
  readonly colorMode: 'light' | 'dark';
  readonly widthPx: number;
}

/** The looks every state must stand: both palettes, the narrow column of a work item and a full page. */
export const LOOKS: readonly Look[] = [
  { colorMode: 'light', widthPx: 400 },
  { colorMode: 'dark', widthPx: 1200 },
  { colorMode: 'dark', widthPx: 400 },
  { colorMode: 'light', widthPx: 1200 },
];

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Labels of visible buttons and links painted in the colour that only primary buttons have. */
const PRIMARY_BUTTONS = `(() => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.backgroundColor = 'var(--ds-background-brand-bold)';
  const brand = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return [...document.querySelectorAll('button, a')]
    .filter((button) => button.checkVisibility() && getComputedStyle(button).backgroundColor === brand)
    .map((button) => button.innerText.trim());
})()`;

/** Colours that still fade from one palette to the other would be judged half-way. */
const END_TRANSITIONS = `document.getAnimations().filter((each) => each instanceof CSSTransition).forEach((each) => each.finish())`;

/** What was found wrong in one state under the looks, and its primary buttons. */
interface Sight {
  readonly faults: readonly string[];
  readonly primaryButtons: readonly string[];
}

/**
 * Opens a state once and looks at it under each look: WCAG 2.2 AA, width, console errors and policy reports.
 *
 * @param judgesAccess False leaves WCAG out, which takes as long as everything else.
 */
export async function lookAt(
  browser: Browser,
  buildDir: string,
  story: Story,
  { looks, judgesAccess = true }: { readonly looks: readonly Look[]; readonly judgesAccess?: boolean },
): Promise<Sight> {
  const [first] = looks;
  if (first === undefined) throw new Error('A look is needed.');
  const { page, complaints } = await openStory(browser, buildDir, story, first);
  // Colours that fade over would be judged half-way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('main').filter({ hasText: /\S/u }).waitFor();
  await story.act?.(page);
  const faults: string[] = [];
  for (const look of looks) faults.push(...(await findFaults(page, look, judgesAccess)));
  const primaryButtons = await page.evaluate<string[]>(PRIMARY_BUTTONS);
  faults.push(...complaints.map((complaint) => `console: ${complaint}`));
  return { faults, primaryButtons };
}

async function findFaults(page: Page, { colorMode, widthPx }: Look, judgesAccess: boolean): Promise<string[]> {
  await page.setViewportSize({ width: widthPx, height: 900 });
  await page.evaluate(
    `document.documentElement.dataset.colorMode = '${colorMode}'; document.documentElement.style.colorScheme = '${colorMode}'`,
  );
  await page.evaluate(END_TRANSITIONS);
  const violations = judgesAccess ? (await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).setLegacyMode().analyze()).violations : [];
  const tooWidePx = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  const look = `${colorMode} ${String(widthPx)} px`;
  return [
    ...violations.map(({ id, nodes }) => `${look}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(tooWidePx === 0 ? [] : [`${look}: ${String(tooWidePx)} px too wide`]),
  ];
}
