import type { Route } from './handoff-type';
import type { RouteWords } from './starters/starter';

/** A status as far as a proposal looks at it. */
export interface StatusChoice {
  readonly id: string;
  readonly name: string;
  readonly category: 'new' | 'indeterminate' | 'done';
}

/** How work in development is called, the surest name first. */
const FROM_NAMES = [
  /\b(in|under) dev(elopment)?\b/iu,
  /\bdev(elopment|eloping)?\b/iu,
  /\b(coding|implement\w*|building)\b/iu,
  /\b(in progress|doing|wip)\b/iu,
] as const;

/** How waiting for or being in a check is called, the surest name first; testing before review, which often means code review. */
const TO_NAMES = [/\bqa\b|\bquality\b/iu, /\b(testing|test|uat|verif\w*|validat\w*|acceptance)\b/iu, /\breview\w*\b/iu] as const;

/** Where a check is over or failed: nothing is handed over to such a status. */
const OVER = /\b(done|passed|failed|complete[d]?|tested|approved|rejected|blocked)\b/iu;

/** Where work waits to be picked up comes before where it is being done, since that is the first step the receiving side sees. */
const WAITING = /\b(ready|to|waiting|awaiting|for)\b/iu;

/**
 * The route *Dev → QA* probably takes in a project, from the names of its statuses; null when none fits and the admin must say.
 *
 * Statuses whose category is done are never part of it, nor is work that only waits to be developed (`Ready for dev`).
 */
export function proposeRoute(statuses: readonly StatusChoice[]): Route | null {
  const open = statuses.filter((status) => status.category !== 'done' && !OVER.test(status.name));
  const to = findFirst(TO_NAMES, (name) => {
    const fitting = open.filter((status) => name.test(status.name));
    return fitting.find((status) => WAITING.test(status.name)) ?? fitting[0];
  });
  const inWork = open.filter(
    ({ name, category }) => category === 'indeterminate' && !WAITING.test(name) && !TO_NAMES.some((toName) => toName.test(name)),
  );
  const from = findFirst(FROM_NAMES, (name) => inWork.find((status) => name.test(status.name)));
  return from === undefined || to === undefined ? null : { fromStatusIds: [from.id], toStatusId: to.id };
}

/**
 * The route a starter probably takes, from the names of the project's statuses; null when none fits and the admin must say.
 *
 * @param words Null: as *Dev → QA*.
 */
export function proposeStarterRoute(words: RouteWords | null, statuses: readonly StatusChoice[]): Route | null {
  if (words === null) return proposeRoute(statuses);
  const open = statuses.filter(({ category }) => category !== 'done');
  const to = findFirst(words.to, (name) => open.find((status) => name.test(status.name)));
  const from = findFirst(words.from, (name) => open.find((status) => status !== to && name.test(status.name)));
  return from === undefined || to === undefined ? null : { fromStatusIds: [from.id], toStatusId: to.id };
}

function findFirst(names: readonly RegExp[], find: (name: RegExp) => StatusChoice | undefined): StatusChoice | undefined {
  for (const name of names) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
