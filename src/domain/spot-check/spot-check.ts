/** What whoever checks says of an answer after looking at the work item. */
export type Says = 'true' | 'false' | 'unclear';

/** What is kept of one checked handoff: nothing of who handed it over or took it on. */
export interface SpotCheck {
  readonly handoffId: string;
  /** `yyyy-mm` in which it was first handed off. */
  readonly month: string;
  readonly answers: readonly { readonly itemId: string; readonly says: Says }[];
  /** Answers of its whole checklist that were a tick or evidence, and how many of them were evidence. */
  readonly evidence: { readonly k: number; readonly n: number };
}

/** The spot checks of one type: content of its document of kind `spotCheck`, whose log says who saved each of them and when. */
export interface SpotCheckContent {
  readonly schema: 1;
  /** Random, drawn once: with it and the ids of handoffs every draw can be repeated. */
  readonly seed: string;
  /** Share of accepted handoffs drawn, in percent. */
  readonly rate: number;
  /** Clean checks in a row since the rate last changed. */
  readonly clean: number;
  /** Newest first. */
  readonly checks: readonly SpotCheck[];
}

/** Share of accepted handoffs drawn at first, in percent (domain.md 2.5). */
const FIRST_RATE = 10;
const MIN_RATE = 5;
const MAX_RATE = 100;

/** Clean checks in a row after which half as many are drawn. */
const CLEAN_TO_HALVE = 20;

/** Checks a document keeps; its log keeps all. */
const KEPT_CHECKS = 200;

/** Characters of JSON they may take: a document holds 64 KiB, and ids may be long. */
const KEPT_CHARACTERS = 48 * 1024;

/** Spot checks at their beginning. */
export function beginSpotChecks(seed: string): SpotCheckContent {
  return { schema: 1, seed, rate: FIRST_RATE, clean: 0, checks: [] };
}

/** Whether at least one answer was found not to be so. */
export function hasDefect({ answers }: Pick<SpotCheck, 'answers'>): boolean {
  return answers.some(({ says }) => says === 'false');
}

/**
 * Adds a check. A defect doubles what is drawn, twenty clean checks in a row halve it; one in which something was unclear is neither.
 */
export function addSpotCheck(content: SpotCheckContent, check: SpotCheck): SpotCheckContent {
  return { ...content, ...nextRate(content, check), checks: keepNewest([check, ...content.checks]) };
}

function nextRate({ rate, clean }: SpotCheckContent, check: SpotCheck): Pick<SpotCheckContent, 'rate' | 'clean'> {
  if (hasDefect(check)) return { rate: Math.min(MAX_RATE, rate * 2), clean: 0 };
  if (check.answers.some(({ says }) => says === 'unclear')) return { rate, clean };
  return clean + 1 < CLEAN_TO_HALVE ? { rate, clean: clean + 1 } : { rate: Math.max(MIN_RATE, rate / 2), clean: 0 };
}

function keepNewest(checks: readonly SpotCheck[]): readonly SpotCheck[] {
  let characters = 0;
  const kept = checks.slice(0, KEPT_CHECKS);
  const end = kept.findIndex((check) => (characters += JSON.stringify(check).length + 1) > KEPT_CHARACTERS);
  return end === -1 ? kept : kept.slice(0, end);
}
