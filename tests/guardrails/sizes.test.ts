import { statSync } from 'node:fs';

import { listHandlerFiles } from '../../local-jira/build';
import { MAX_BACKEND_RATIO, SURFACE_BUDGETS, bundleEmptyApp, measureFirstLoad } from '../support/bundle-sizes';

/** A surface below this loads nothing of React: the measuring has gone blind. */
const LEAST_JS_BYTES = 60_000;

describe('sizes', () => {
  it.each(SURFACE_BUDGETS)('keeps what %s loads first within its budget', (surface, budget) => {
    const { js, css } = measureFirstLoad(surface);
    expect(js).toBeGreaterThan(LEAST_JS_BYTES);
    expect({ surface, js: js <= budget.js ? 'within' : js, css: css <= budget.css ? 'within' : css }).toEqual({
      surface,
      js: 'within',
      css: 'within',
    });
  });

  it.each(listHandlerFiles('.'))('keeps %s of the backend within three times an empty app with the same Forge packages', async (file) => {
    const ratio = statSync(`build/backend/${file}.js`).size / (await bundleEmptyApp()).length;
    expect(ratio).toBeLessThanOrEqual(MAX_BACKEND_RATIO);
  });
});
