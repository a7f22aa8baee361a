import type { MonthInBrief } from '../domain/metrics/month-in-brief';
import type { DueAudit } from '../domain/ten-questions/due-audit';
import type { HandoffType } from '../domain/type/handoff-type';
import type { DraftView } from './drafts';
import type { GuideView } from './guide';
import type { Person } from './handoff-screen';

/** A handoff in the list of pages. */
interface PlaybookEntry {
  readonly typeId: string;
  readonly name: string;
  /** Names of the route's statuses as they stood when the type was last saved. */
  readonly from: readonly string[];
  readonly to: string;
}

/** The pages of every project where handoffs are on, as far as Jira shows the project to the viewer. */
export interface PlaybookIndex {
  readonly projects: readonly {
    readonly key: string;
    readonly name: string;
    readonly pages: readonly PlaybookEntry[];
  }[];
}

/** One page of the playbook: the type as it is in force, and what is written about it (S-100). */
export interface PlaybookPage {
  readonly project: { readonly key: string; readonly name: string };
  readonly viewer: {
    readonly isProjectAdmin: boolean;
    readonly isChampion: boolean;
    /** Does the type's spot checks; absent for everybody else and where they are off. */
    readonly checksSpots?: true;
  };
  readonly type: HandoffType;
  readonly statusNames: Readonly<Record<string, string>>;
  readonly guide: GuideView;
  readonly people: Readonly<Record<string, Person>>;
  /** Today as `yyyy-mm-dd`. */
  readonly today: string;
}

/** What whoever looks after a type finds beside its page (S-106). */
export interface ChampionHome {
  /** The month of the type so far; ratings as in {@link MonthInBrief}, without their values. */
  readonly month: Pick<MonthInBrief, 'handoffs' | 'decided' | 'acceptedFirstTime' | 'mostMissed'> & {
    readonly ratings: Pick<MonthInBrief['ratings'], 'count' | 'shown'>;
  };
  /** The draft that waits for an admin; null: none. */
  readonly draft: DraftView | null;
  /** Absent where no audit of the type is near. */
  readonly auditDue?: DueAudit;
  /** Compare-and-set value for suggesting a change. */
  readonly draftVersion: number;
  readonly people: Readonly<Record<string, Person>>;
}
