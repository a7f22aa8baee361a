import type { Decide } from '../../domain/handoff/decide';
import type { ConfigReader, ConfigStore } from './config-store';
import type { GateReader } from './gate-reader';
import type { HandoffLists } from './handoff-lists';
import type { FieldMirror, IssueMover, IssueReader, Notifier, PeopleReader, PermissionChecker } from './issues';
import type { Log } from './log';
import type { Machine } from './machine';
import type { DigestReader } from './month-summaries';
import type { PersonalDataReporter, PersonStore } from './personal-data';
import type { ProjectDocuments } from './project-documents';
import type { RecordStore } from './record-store';
import type { ScreenStore } from './screen-store';
import type { RuleReader, SiteAdmin, SiteReader } from './site';
import type { WorkQueue } from './work-queue';

/** Every port there is, as far as pages need it; a use case names the ones it needs with `Pick`. */
export interface AppPorts {
  readonly records: RecordStore;
  readonly configs: ConfigReader;
  readonly configStore: ConfigStore;
  readonly documents: ProjectDocuments;
  readonly screens: ScreenStore;
  readonly gate: GateReader;
  readonly lists: HandoffLists;
  readonly summaries: DigestReader;
  readonly persons: PersonStore;
  readonly reporter: PersonalDataReporter;
  readonly issues: IssueReader;
  readonly mover: IssueMover;
  readonly permissions: PermissionChecker;
  readonly people: PeopleReader;
  readonly notifier: Notifier;
  readonly mirror: FieldMirror;
  readonly site: SiteReader;
  readonly rules: RuleReader;
  readonly siteAdmin: SiteAdmin;
  readonly queue: WorkQueue;
  readonly machine: Machine;
  /** The commands this place takes; no adapter, but what each bundle loads of the domain. */
  readonly decide: Decide;
  readonly log: Log;
}

/** Who calls and from where, as the platform vouches for it; never anything a payload says. */
export interface Caller {
  readonly accountId: string;
  /** False only where the site's licence is known to have lapsed. */
  readonly licensed: boolean;
}

/** A caller on a work item: the surface's own, or on the project page one of its project. */
export interface IssueCaller extends Caller {
  readonly issueId: string;
  /** Project of the surface; a work item of another project is not found there. */
  readonly projectId: string;
  /** Whether the surface stands on the work item itself, so that a moved one is followed into its new project. */
  readonly standsOnIssue: boolean;
}

/** A caller on a page of a project. */
export interface ProjectCaller extends Caller {
  readonly projectId: string;
}
