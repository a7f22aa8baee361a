/** Every state of every surface under every look: `npx tsx tests/bench/looks-matrix.ts [name part]`. Exits with 1 when anything is wrong. */
import { launchChromium } from '../support/chromium';
import { allStories } from '../support/page-stories/all-stories';
import { lookAt, LOOKS } from '../support/page-stories/look-at';

const BUILD_DIR = process.env['BUILD'] ?? 'build/static';

async function main(namePart: string): Promise<void> {
  const browser = await launchChromium();
  const names = Object.keys(allStories).filter((name) => name.includes(namePart));
  let faultCount = 0;
  try {
    for (const name of names) {
      const { faults } = await lookAt(browser, BUILD_DIR, allStories[name]!(), { looks: LOOKS });
      faultCount += faults.length;
      for (const fault of faults) console.log(`${name}: ${fault}`);
    }
  } finally {
    await browser.close();
  }
  console.log(`${String(names.length)} states under ${String(LOOKS.length)} looks: ${String(faultCount)} faults.`);
  process.exitCode = faultCount === 0 ? 0 : 1;
}

void main(process.argv[2] ?? '');
