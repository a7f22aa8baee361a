import { exactPoisson } from '../../../src/domain/metrics/exact-intervals';
import type { Share } from '../../../src/domain/metrics/digest-counts';
import { wilson } from '../../../src/domain/metrics/wilson';
import type { TextKey, TextVars } from '../text/format-text';

/** The reader's language, as far as numbers need it. */
export interface Say {
  readonly t: (key: TextKey, vars?: TextVars) => string;
  readonly locale: string;
}

/** Stands for what is not known: n = 0 is never 0 (domain.md 3.2). */
export const UNKNOWN = '–';

/** A number with so many decimals in the reader's language. */
export function sayDecimal({ locale }: Say, value: number, decimals: number): string {
  return value.toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** `33.3%`, only to be said beside its n. */
export function sayPercent(say: Say, value: number): string {
  return say.t('health.percent', { value: sayDecimal(say, value * 100, 1) });
}

/** `25%`, beside an axis. */
export function sayPercentTick({ t, locale }: Say, value: number): string {
  return t('health.percent', { value: (value * 100).toLocaleString(locale, { maximumFractionDigits: 1 }) });
}

/** `3 of 9 (33.3%, 12.1–64.6%)`: never a share without its n and Wilson's 95 % interval (domain.md 3.1 rule 6). */
export function sayShare(say: Say, { k, n }: Share): string {
  const interval = wilson(k, n);
  if (interval === null) return UNKNOWN;
  const [value, lower, upper] = [k / n, interval.lower, interval.upper].map((share) => sayDecimal(say, share * 100, 1));
  return say.t('health.share', { k, n, value: value ?? '', lower: lower ?? '', upper: upper ?? '' });
}

/** `11 in 8 handoffs: 1.38 each (0.69–2.46)`, with the exact Poisson interval. */
export function sayPerHandoff(say: Say, { k, n }: Share): string {
  if (n === 0) return UNKNOWN;
  const { lower, upper } = exactPoisson(k);
  const [each, least, most] = [k / n, lower / n, upper / n].map((value) => sayDecimal(say, value, 2));
  return say.t('health.perHandoff', { k, count: n, each: each ?? '', lower: least ?? '', upper: most ?? '' });
}

/** `45 min` or `3.5 h`: working hours have no days, so larger units would mislead. */
export function sayHours(say: Say, hours: number | null): string {
  if (hours === null) return UNKNOWN;
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return say.t('health.minutes', { minutes });
  return say.t('health.hours', { hours: hours.toLocaleString(say.locale, { maximumFractionDigits: 1 }) });
}
