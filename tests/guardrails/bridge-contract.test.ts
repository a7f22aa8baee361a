import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

function sourcesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

const names = [...readFileSync('src/contract/bridge-contract.ts', 'utf8').matchAll(/^ {2}'([\w.]+)': \{\s+payload/gmu)].map(
  ([, name]) => name ?? '',
);

describe('bridge contract', () => {
  it('has a handler for every function', () => {
    const entry = sourcesOf('src/entry');
    expect(names.filter((name) => !entry.includes(`'${name}'`))).toEqual([]);
  });

  it('has no function that no surface calls', () => {
    const surfaces = sourcesOf('static');
    expect(names.filter((name) => !surfaces.includes(`'${name}'`))).toEqual([]);
  });
});

describe('texts', () => {
  it('S-118 has a text for every key that is spelled in the sources', () => {
    const texts = JSON.parse(readFileSync('src/contract/locales/en-US.json', 'utf8')) as Record<string, string>;
    const spelled = [...sourcesOf('static').matchAll(/\bt\('(\w+\.[\w.]+)'/gu)].map(([, key]) => key ?? '');
    const missing = spelled.filter((key) => !(key in texts) && !(`${key}.one` in texts && `${key}.other` in texts));
    expect(missing).toEqual([]);
  });

  it('uses none of the words that never appear on screen', () => {
    const texts = Object.values(JSON.parse(readFileSync('src/contract/locales/en-US.json', 'utf8')) as Record<string, string>).map((text) =>
      text.replace(/\{\w+\}/gu, ''),
    );
    const forbidden = /\b(offer|claim|seal|digest|attempt|gate|package|void|signature|immutable)\w*\b/iu;
    expect(texts.filter((text) => forbidden.test(text))).toEqual([]);
  });
});
