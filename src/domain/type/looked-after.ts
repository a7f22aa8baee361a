import { isFormer } from '../audit/former-person';
import type { FinishedRun } from '../ten-questions/audit-content';
import { dueState } from '../ten-questions/due-audit';
import type { Guide } from './guide';
import { findUnwrittenParts } from './playbook-page';

/** A handoff type that is on, and what stands beside it; null where nothing was ever written. */
interface TypeBeside {
  readonly typeId: string;
  readonly name: string;
  readonly guide: Guide | null;
  readonly audits: { readonly runs: readonly Pick<FinishedRun, 'nextDueOn'>[] } | null;
}

/** One way types are looked after (M19): its playbook page is complete, it has a champion, its last ten-question audit is in date. */
export interface LookedAfter {
  readonly about: 'page' | 'champion' | 'audit';
  /** How many types there are. */
  readonly of: number;
  /** Those it is not so of, in the order of the settings. */
  readonly missing: readonly { readonly typeId: string; readonly name: string }[];
}

/**
 * How the types of a project are looked after. Playbook and champions are told once one page is complete or one type has a champion, audits
 * once one was finished: nobody is told what they never began.
 *
 * @param today `yyyy-mm-dd`.
 */
export function lookedAfter(types: readonly TypeBeside[], today: string): readonly LookedAfter[] {
  const lacking = (about: LookedAfter['about'], is: (type: TypeBeside) => boolean): LookedAfter => ({
    about,
    of: types.length,
    missing: types.filter((type) => !is(type)).map(({ typeId, name }) => ({ typeId, name })),
  });
  const playbook = [
    lacking('page', ({ guide }) => guide !== null && findUnwrittenParts(guide).length === 0),
    lacking('champion', ({ guide }) => guide !== null && guide.championId !== null && !isFormer(guide.championId)),
  ];
  const audited = types.some(({ audits }) => audits !== null && audits.runs.length > 0);
  const inDate = ({ audits }: TypeBeside): boolean => {
    const dueOn = audits?.runs[0]?.nextDueOn;
    return dueOn !== undefined && dueState(dueOn, today) !== 'overdue';
  };
  return [...(playbook.some(({ of, missing }) => missing.length < of) ? playbook : []), ...(audited ? [lacking('audit', inDate)] : [])];
}
