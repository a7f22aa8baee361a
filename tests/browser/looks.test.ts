import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { allStories } from '../support/page-stories/all-stories';
import { lookAt, LOOKS } from '../support/page-stories/look-at';

const BUILD_DIR = process.env['BUILD'] ?? resolve(__dirname, '../../build/static');

/** One state in so many is judged by WCAG here. */
const SAMPLED = 5;

/** The one primary button of each state of the Handoff screen; null where nothing is asked of the viewer. */
const PRIMARY_BUTTON: Readonly<Record<string, string | null>> = {
  'handoff-off': null,
  'handoff-nothing-prepared': 'Hand off to Omar Haddad',
  'handoff-draft-3-left': 'Hand off to Omar Haddad',
  'handoff-draft-kinds': 'Hand off to Omar Haddad',
  'handoff-draft-nobody-chosen': 'Hand off to QA',
  'handoff-draft-moved-incomplete': 'Hand off to Omar Haddad',
  'handoff-ready-sender': 'Hand off to Omar Haddad',
  'handoff-draft-others': null,
  'handoff-handing-off': null,
  'handoff-not-handed-off': 'Retry',
  'handoff-bypassed': 'Hand off to Omar Haddad',
  'handoff-letting-pass': 'Hand off to Omar Haddad',
  'handoff-may-pass': 'Hand off to Omar Haddad',
  'handoff-let-passed': 'Accept',
  'handoff-receiver-gone': 'Change receiver',
  'handoff-checking-stand-in': null,
  'handoff-waiting-sender': null,
  'handoff-waiting-sender-not-notified': null,
  'handoff-waiting-receiver': 'Accept',
  'handoff-waiting-receiver-next-step': 'Accept',
  'handoff-waiting-group': 'Take it',
  'handoff-checking-receiver': 'Accept',
  'handoff-checking-receiver-marked': 'Return to Maya Lindqvist',
  'handoff-checks-marked': 'Return to Maya Lindqvist',
  'handoff-checking-sender': null,
  'handoff-checking-sender-question': 'Answer',
  'handoff-checking-other': null,
  'handoff-draft-high-risk': 'Hand off to Omar Haddad',
  'handoff-readback-first': 'Say it back',
  'handoff-readback-again': 'Say it back',
  'handoff-readback-failed': null,
  'handoff-readback-passed': 'Accept',
  'handoff-readback-heard-by-sender': 'Yes, that is it',
  'handoff-second-missing': null,
  'handoff-second-signs': 'Sign off as second person',
  'handoff-changed-after-sign-off': 'Confirm change',
  'handoff-rework-recorded': null,
  'handoff-rework-recording': 'Prepare next handoff',
  'handoff-removing': 'Prepare next handoff',
  'handoff-returned-sender': 'Hand off again',
  'handoff-returned-fixed': 'Hand off again',
  'handoff-returned-receiver': null,
  'handoff-accepted-receiver': null,
  'handoff-accepted-rated': null,
  'handoff-accepted-sender': null,
  'handoff-accepted-sender-question': 'Answer',
  'handoff-accepted-back-at-start': 'Prepare next handoff',
  'handoff-closed': 'Prepare next handoff',
  'handoff-withdrawn': 'Start again',
  'handoff-conflict': 'Keep yours',
  'handoff-not-saved': 'Try again',
  'handoff-unreachable': 'Try again',
  'handoff-two-routes': 'Accept',
  'handoff-read-only': null,
  'handoff-time-ready-away': 'Hand off to Omar Haddad',
  'handoff-time-waiting-sender': null,
  'handoff-time-overdue': null,
  'handoff-time-waiting-receiver': 'Accept',
  'handoff-time-talked': 'Accept',
  'handoff-time-my-hours': 'Accept',
  'handoff-hold-form': 'Hand off to Omar Haddad',
  'handoff-hold-held': 'Hand off to Omar Haddad',
  'handoff-hold-stuck': 'Hand off to Omar Haddad',
  'handoff-hand-back': null,
  'handoff-ended-resolved': 'Start again',
  'handoff-alone-receiver': 'Accept',
  'handoff-preparing-everything': 'Hand off to Omar Haddad',
  'handoff-preparing-file-replaced': 'Hand off to Omar Haddad',
  'handoff-preparing-approver': null,
  'handoff-preparing-times': 'Hand off to Omar Haddad',
  'handoff-reading-times': 'Accept',
  'handoff-reading-everything': 'Accept',
};

/** The same with every option on, where another step comes first, and the states that only several options together bring. */
const WITH_EVERY_OPTION: Readonly<Record<string, string | null>> = {
  'all-on-waiting-receiver': 'Say it back',
  'all-on-checking-receiver': 'Say it back',
  'all-on-checking-other': 'Sign off as second person',
  'all-on-two-routes': 'Say it back',
  'all-on-bypassed-read': null,
  'all-on-readback-talk-left': null,
  'all-on-readback-talk-to-confirm': null,
  'all-on-hearback-correcting': 'Yes, that is it',
  'all-on-second-signs-accountable': 'Sign off as second person',
  'all-on-letting-accept': 'Sign off as second person',
  'all-on-may-be-accepted': 'Accept',
  'all-on-everything-done': 'Accept',
  'all-on-asking-after-acceptance': null,
};

/** The one primary button of a story. */
function primaryButtonOf(name: string): string | null | undefined {
  return name in WITH_EVERY_OPTION ? WITH_EVERY_OPTION[name] : PRIMARY_BUTTON[name.replace(/^all-on-/u, 'handoff-')];
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('every state of every surface', () => {
  it('has its primary button named', () => {
    expect(Object.keys(allStories).filter((name) => /^(?:handoff|all-on)-/u.test(name) && primaryButtonOf(name) === undefined)).toEqual([]);
  });

  // Each state under one of the four looks, in turn, every fifth judged by WCAG; `npm run bench` judges each under all four.
  it.each(
    Object.keys(allStories).map((name, place) => ({ name, look: LOOKS[place % LOOKS.length]!, judgesAccess: place % SAMPLED === 0 })),
  )(
    '$name: one primary button, nothing wider than the frame, no error (WCAG 2.2 AA: $judgesAccess, $look.colorMode, $look.widthPx px)',
    async ({ name, look, judgesAccess }) => {
      const { faults, primaryButtons } = await lookAt(browser, BUILD_DIR, allStories[name]!(), { looks: [look], judgesAccess });
      expect(faults).toEqual([]);
      const expected = primaryButtonOf(name);
      if (expected === undefined) expect(primaryButtons.length).toBeLessThanOrEqual(1);
      else expect(primaryButtons).toEqual(expected === null ? [] : [expected]);
    },
  );
});
