import type { AccountId } from '../domain/handoff/handoff';
import type { Share } from '../domain/metrics/digest-counts';
import type { ReviewContent } from '../domain/review/review';
import type { ReviewFacts } from '../domain/review/review-due';
import type { HandoffType } from '../domain/type/handoff-type';
import type { Person } from './handoff-screen';

/** How one type with reviews stands, for a line on the project page. */
export interface ReviewLine extends ReviewFacts {
  readonly typeId: string;
  readonly typeName: string;
  /** Decisions of finished reviews nobody has done yet; absent: none. */
  readonly stillOpen?: number;
  /** Of the decisions whose day has passed, those done by then (M20); absent: none has passed. */
  readonly inTime?: Share;
}

/**
 * The reviews of one type. Handoffs stand in them by id and are named by `handoffs`; those whose work item Jira hides from the reader are
 * left out of the lists.
 */
export interface ReviewView extends ReviewContent {
  /** Compare-and-set value for every write; 0 when nothing is stored. */
  readonly version: number;
  /** The server's day, `yyyy-mm-dd`. */
  readonly today: string;
  readonly viewer: {
    readonly accountId: AccountId;
    /** Administers the project, is the type's champion or answers for it. */
    readonly canEdit: boolean;
    /** May sign the newest finished review. */
    readonly canCosign: boolean;
    /** May publish drafts. */
    readonly isProjectAdmin: boolean;
  };
  /** As it is published now. */
  readonly type: HandoffType;
  /** Version of its playbook page. */
  readonly guideVersion: number;
  readonly handoffs: Readonly<Record<string, { readonly key: string; readonly summary: string }>>;
  readonly people: Readonly<Record<string, Person>>;
}
