import type english from '../../../src/contract/locales/en-US.json';

/** Every key of the strings. */
type StringKey = keyof typeof english;

/** Key of a counted string: `x` where the strings hold `x.one` and `x.other`. Needs the variable `count`. */
type CountedKey = StringKey extends infer Key ? (Key extends `${infer Base}.other` ? Base : never) : never;

/** What `formatText` takes. */
export type TextKey = StringKey | CountedKey;

/** Values for the `{names}` in a string; numbers are written the reader's way. */
export type TextVars = Readonly<Record<string, string | number>>;

/** Looks a key up in the reader's language; `otherwise`, or the key itself, when it is missing there. */
export type Translate = (key: string, otherwise?: string) => string;

/**
 * One string for people. With `count` in `vars`, a counted key picks its plural form in the reader's language
 * (`x.one`, `x.few`, …, falling back to `x.other`). A `{name}` without a value stays as it is, so that it is noticed.
 */
export function formatText(translate: Translate, locale: string, key: TextKey, vars: TextVars = {}): string {
  const { count } = vars;
  let template = '';
  if (typeof count === 'number') {
    const form = new Intl.PluralRules(locale).select(count);
    template = translate(`${key}.${form}`, '') || translate(`${key}.other`, '');
  }
  if (template === '') template = translate(key, key);
  return template.replace(/\{(\w+)\}/gu, (placeholder, name: string) => {
    const value = vars[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}
