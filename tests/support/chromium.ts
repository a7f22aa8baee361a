import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Keeps Chromium from calling home: a test needs no network. */
const QUIET_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless browser: `CHROMIUM` from the environment, else one the system has, else the one that comes inside the npm package
 * @sparticuz/chromium (Linux only), so that a machine with nothing but Node can run the browser tests.
 */
export async function launchChromium(): Promise<Browser> {
  const system = process.env['CHROMIUM'] ?? SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system !== undefined) return chromium.launch({ executablePath: system, args: QUIET_ARGUMENTS });
  // The package unpacks its own shared libraries only when it believes it runs on Lambda.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...QUIET_ARGUMENTS] });
}
