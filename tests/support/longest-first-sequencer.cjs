const { statSync } = require('node:fs');

/** Test files that look at one state after the other, small to read and long to run. */
const LONGEST = ['browser/looks.test.ts', 'app/fault-matrix.test.ts', 'browser/markup.test.ts'];

/** Starts what takes longest first, so that no worker is left alone with it at the end; everything else by size. */
module.exports = class LongestFirstSequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = LONGEST.findIndex((name) => path.endsWith(name));
      return place === -1 ? LONGEST.length : place;
    };
    return [...tests].sort((one, other) => rank(one) - rank(other) || statSync(other.path).size - statSync(one.path).size);
  }

  /** Times of earlier runs are not kept: a clean clone has none. */
  cacheResults() {}
};
