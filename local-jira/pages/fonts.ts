import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * The typeface of the pages. The tokens ask for "Atlassian Sans", which is not published; Inter, which it derives
 * from, stands in under that name. Headings ask for weight 653, between two files: the semibold one serves the range.
 */
const FACES = [
  { weight: '400', file: 400 },
  { weight: '500', file: 500 },
  { weight: '600 700', file: 600 },
] as const;

const SUBSETS = [
  {
    name: 'latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  {
    name: 'latin-ext',
    range: 'U+0100-02BA,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
] as const;

/** The `@font-face` rules; `baseUrl` is where the files are served, ending in a slash. */
export function fontSheet(baseUrl: string): string {
  return FACES.flatMap(({ weight, file }) =>
    SUBSETS.map(
      ({ name, range }) =>
        `@font-face{font-family:"Atlassian Sans";font-style:normal;font-display:block;font-weight:${weight};` +
        `src:url("${baseUrl}${fontFileName(name, file)}") format("woff2");unicode-range:${range}}`,
    ),
  ).join('\n');
}

/** The bytes of one font file, or null when the name is not one this module hands out. */
export async function findFontFile(name: string): Promise<Uint8Array | null> {
  const known = FACES.some(({ file }) => SUBSETS.some((subset) => fontFileName(subset.name, file) === name));
  if (!known) return null;
  const packageFile = createRequire(__filename).resolve('@fontsource/inter/package.json');
  return readFile(path.join(path.dirname(packageFile), 'files', name));
}

function fontFileName(subset: string, weight: number): string {
  return `inter-${subset}-${weight}-normal.woff2`;
}
