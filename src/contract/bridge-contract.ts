import type { TransferFile } from '../domain/type/transfer/transfer-file';
import type { AdminOverview } from './admin';
import type { CoverageView, RecentItem, TestRunView } from './coverage';
import type { AuditView } from './audit';
import type * as auditPayloads from './audit-payloads';
import type { EditAnswer, HandoffScreen, Person, RoundView, TimelineEntry } from './handoff-screen';
import type { ChampionHome, PlaybookIndex, PlaybookPage } from './playbook';
import type { HealthView } from './health';
import type { NumberItems } from './number-items';
import type { numberItems } from './number-items-payloads';
import type { GadgetHealth, GadgetProjects } from './gadget';
import type { gadgetHealth } from './gadget-payloads';
import type { ProjectHome } from './project-home';
import type { ReviewView } from './review';
import type * as reviewPayloads from './review-payloads';
import type { GuidesView, GuideVersions, TypeHistory } from './guide';
import type * as guidePayloads from './guide-payloads';
import type { NamedChoice, PublishEffect, RuleStatus, SettingsView, TypeVersions } from './settings';
import type { SpotCheckView } from './spot-check';
import type * as spotCheckPayloads from './spot-check-payloads';
import type { WaitingView } from './waiting';
import type { waiting } from './waiting-payloads';
import type { LimitsView } from './chart-limits';
import type { RebuildStep } from './numbers';
import type * as numbersPayloads from './numbers-payloads';
import type { HandoffTimes, MyTime } from './times';
import type * as draftPayloads from './draft-payloads';
import type { DraftsView } from './drafts';
import type { nothing } from './payload-parts';
import type * as payloads from './payloads';
import type * as preparePayloads from './prepare-payloads';
import type * as settingsPayloads from './settings-payloads';
import type { InferOutput } from 'valibot';

type Payload<Schema extends keyof typeof payloads> = InferOutput<(typeof payloads)[Schema]>;
type PreparePayload<Schema extends keyof typeof preparePayloads> = InferOutput<(typeof preparePayloads)[Schema]>;
type Nothing = InferOutput<typeof nothing>;
type SettingsPayload<Schema extends keyof typeof settingsPayloads> = InferOutput<(typeof settingsPayloads)[Schema]>;
type GuidePayload<Schema extends keyof typeof guidePayloads> = InferOutput<(typeof guidePayloads)[Schema]>;

/** Outcome of "Hand off": moved and offered, offered in place, or the person must move the work item (design decision 6). */
export type HandOffOutcome = 'handedOff' | 'moveYourself' | 'incomplete' | 'refusedByJira';

/** What "Hand off" answers besides the screen; `jiraMessage` is Jira's own text when it refused the move. */
export interface HandOffAnswer {
  readonly outcome: HandOffOutcome;
  /** Why the person must move it: no such transition, several, or one that asks for fields on a screen. */
  readonly moveYourselfReason: 'noTransition' | 'severalTransitions' | 'screenFields' | null;
  readonly jiraMessage: string | null;
  readonly screen: HandoffScreen;
}

/** What accepting or returning answers: the move that belongs to it may have failed without undoing the decision. */
export interface DecisionAnswer {
  readonly screen: HandoffScreen;
  readonly move: 'none' | 'moved' | 'moveYourself' | 'failed';
  /** Whether accepting made the receiver the assignee; `failed` when Jira refused, which undoes nothing. */
  readonly assignment: 'none' | 'assigned' | 'failed';
}

/**
 * Every function the surfaces may call, with payload and result. The one place a function name is spelled.
 *
 * The target work item is the one the surface stands on; the project page names it as `issueId`, and then the person's right
 * to that work item is checked like any other. Results arrive in a `CallResult` envelope.
 */
export interface BridgeContract {
  'handoff.get': { payload: Payload<'issueTarget'>; result: HandoffScreen };
  /** Only a revision number, for polling. */
  'handoff.watch': { payload: Payload<'issueTarget'>; result: { readonly rev: number } };
  'handoff.edit': { payload: PreparePayload<'edit'>; result: EditAnswer };
  /** Gives an approval or takes one's own back; whoever may see the work item and approves it needs no right to edit. */
  'handoff.approve': { payload: PreparePayload<'approve'>; result: HandoffScreen };
  'handoff.handOff': { payload: PreparePayload<'handOff'>; result: HandOffAnswer };
  'handoff.retryOffer': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  'handoff.take': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  'handoff.giveBack': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  'handoff.ask': { payload: Payload<'ask'>; result: HandoffScreen };
  'handoff.answer': { payload: Payload<'answer'>; result: HandoffScreen };
  /** S-020 by whoever asked, while nobody answered. */
  'handoff.withdrawQuestion': { payload: Payload<'onQuestion'>; result: HandoffScreen };
  'handoff.readback': { payload: Payload<'readback'>; result: HandoffScreen };
  'handoff.hearback': { payload: Payload<'hearback'>; result: HandoffScreen };
  'handoff.countersign': { payload: Payload<'onPackage'>; result: HandoffScreen };
  'handoff.confirmChange': { payload: Payload<'onPackage'>; result: HandoffScreen };
  'handoff.accept': { payload: Payload<'accept'>; result: DecisionAnswer };
  'handoff.return': { payload: Payload<'returnHandoff'>; result: DecisionAnswer };
  /** Tries the move again that accepting or returning still owes. */
  'handoff.retryMove': { payload: Payload<'onHandoff'>; result: DecisionAnswer };
  'handoff.changeReceiver': { payload: Payload<'changeReceiver'>; result: HandoffScreen };
  'handoff.changeSender': { payload: PreparePayload<'changeSender'>; result: HandoffScreen };
  'handoff.delegate': { payload: Payload<'delegate'>; result: HandoffScreen };
  'handoff.waive': { payload: PreparePayload<'waive'>; result: HandoffScreen };
  'handoff.remind': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  /** S-123: a complete handoff waits until a time, and goes on as before. */
  'handoff.hold': { payload: PreparePayload<'hold'>; result: HandoffScreen };
  'handoff.release': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  'handoff.sendAgain': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  'handoff.rate': { payload: Payload<'rate'>; result: HandoffScreen };
  'handoff.addNote': { payload: Payload<'addNote'>; result: HandoffScreen };
  /** *Something was missing*: T22 by the receiver. */
  'handoff.recordRework': { payload: Payload<'recordRework'>; result: HandoffScreen };
  /** T17: a new draft with everything in it takes its place. */
  'handoff.supersede': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  /** E23: begins the handoff back to its sender of what the viewer just accepted. */
  'handoff.handBack': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  /** T21 by a project admin: it was entered in error. */
  'handoff.void': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  'handoff.withdraw': { payload: Payload<'withdraw'>; result: HandoffScreen };
  'handoff.startAgain': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  /** Either side says that they talked; the other confirms it (T9). */
  'handoff.logTalk': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  'handoff.confirmTalk': { payload: Payload<'onHandoff'>; result: HandoffScreen };
  /** What stands for a talk that was not possible (S-120). */
  'handoff.waiveTalk': { payload: Payload<'waiveTalk'>; result: HandoffScreen };
  /** When the two sides work, as far as the type shows it. */
  'handoff.times': { payload: Payload<'handoffTarget'>; result: HandoffTimes };
  /** The caller's own working time. */
  'me.get': { payload: Nothing; result: MyTime };
  'me.save': { payload: Payload<'saveMyTime'>; result: MyTime };
  'handoff.round': { payload: Payload<'round'>; result: RoundView };
  'handoff.timeline': {
    payload: Payload<'onHandoff'>;
    result: {
      readonly entries: readonly TimelineEntry[];
      readonly people: Readonly<Record<string, Person>>;
      /** Checked just now: no entry was changed or taken out, but for what was erased. */
      readonly isWhole: boolean;
      /** The viewer administers the project and may still say that it was entered in error (T21). */
      readonly canVoid: boolean;
    };
  };
  /** People who may see the work item, and the project's receiving roles; at most 20. */
  'people.find': { payload: Payload<'findPeople'>; result: { readonly people: readonly Person[] } };
  'project.home': { payload: Nothing; result: ProjectHome };
  /** The reviews of one type, for whoever sees the project; the next four are for its admins, the champion and the accountable person. */
  'project.review': { payload: InferOutput<typeof reviewPayloads.reviewTarget>; result: ReviewView };
  /** By hand, or from a signal, which joins the one under way (S-110). */
  'project.openReview': { payload: InferOutput<typeof reviewPayloads.openReview>; result: ReviewView };
  'project.saveReview': { payload: InferOutput<typeof reviewPayloads.saveReview>; result: ReviewView };
  'project.finishReview': { payload: InferOutput<typeof reviewPayloads.onReview>; result: ReviewView };
  /** By the other of champion and accountable person. */
  'project.cosignReview': { payload: InferOutput<typeof reviewPayloads.onReview>; result: ReviewView };
  /** A decision of a finished review is done, or is not after all; for its owner and who may edit the reviews. */
  'project.closeDecision': { payload: InferOutput<typeof reviewPayloads.closeDecision>; result: ReviewView };
  /** How handoffs went over the last thirteen months, and what charts of eighteen need. */
  'project.health': { payload: Nothing; result: HealthView };
  /** The work items behind one number of a month. */
  'project.numberItems': { payload: InferOutput<typeof numberItems>; result: NumberItems };
  /** What waits in the project, a page at a time. */
  'project.waiting': { payload: InferOutput<typeof waiting>; result: WaitingView };
  'settings.get': { payload: Nothing; result: SettingsView };
  'settings.turnOn': { payload: SettingsPayload<'turnOn'>; result: SettingsView };
  'settings.turnOff': { payload: SettingsPayload<'withRev'>; result: SettingsView };
  'settings.saveType': { payload: SettingsPayload<'saveType'>; result: SettingsView };
  /** What publishing a next version leaves as it is. */
  'settings.effect': { payload: SettingsPayload<'ofType'>; result: PublishEffect };
  'settings.versions': { payload: SettingsPayload<'ofType'>; result: TypeVersions };
  'settings.drafts': { payload: Nothing; result: DraftsView };
  'settings.saveDraft': { payload: InferOutput<typeof draftPayloads.saveDraft>; result: DraftsView };
  'settings.discardDraft': { payload: InferOutput<typeof draftPayloads.discardDraft>; result: DraftsView };
  'settings.switchType': { payload: SettingsPayload<'switchType'>; result: SettingsView };
  /** Types of another project the caller administers too, to be imported here. */
  'settings.typesElsewhere': {
    payload: SettingsPayload<'ofProject'>;
    result: { readonly project: { readonly key: string; readonly name: string }; readonly file: TransferFile };
  };
  /** Those of a file's groups that this site has. */
  'settings.recogniseGroups': { payload: SettingsPayload<'recogniseGroups'>; result: { readonly groups: readonly NamedChoice[] } };
  'settings.checkRules': { payload: Nothing; result: { readonly ruleStatus: readonly RuleStatus[] } };
  'settings.rebuildNumbers': { payload: InferOutput<typeof numbersPayloads.rebuildNumbers>; result: RebuildStep };
  'settings.numbersLeft': { payload: InferOutput<typeof numbersPayloads.numbersLeft>; result: { readonly left: number } };
  /** From which days the limits of charts begin anew; the next one begins them anew, or takes that back. */
  'settings.limits': { payload: Nothing; result: LimitsView };
  'settings.changeLimits': { payload: InferOutput<typeof numbersPayloads.changeLimits>; result: LimitsView };
  /** Where the project's rules stand, transition by transition (S-002). */
  'settings.coverage': { payload: Nothing; result: CoverageView };
  /** What would happen to a work item over a transition; nothing moves and nothing is written. */
  'settings.testRun': { payload: SettingsPayload<'testRun'>; result: TestRunView };
  /** The project's work items that changed last, for a test run. */
  'settings.recentItems': { payload: Nothing; result: { readonly items: readonly RecentItem[] } };
  'settings.findPeople': {
    payload: SettingsPayload<'findAnyone'>;
    result: { readonly people: readonly Person[]; readonly groups: readonly { readonly id: string; readonly name: string }[] };
  };
  /** The ten questions about a type, with what Baton knows to each. */
  'settings.audit': { payload: InferOutput<typeof auditPayloads.auditTarget>; result: AuditView };
  'settings.saveAudit': { payload: InferOutput<typeof auditPayloads.saveAudit>; result: AuditView };
  'settings.completeAudit': { payload: InferOutput<typeof auditPayloads.completeAudit>; result: AuditView };
  /** What a finished audit asked for is done, or is not after all. */
  'settings.closeAuditItem': { payload: InferOutput<typeof auditPayloads.closeAuditItem>; result: AuditView };
  /** What is written about every type of the project. */
  'settings.guides': { payload: Nothing; result: GuidesView };
  'settings.guideVersions': { payload: GuidePayload<'guideTarget'>; result: GuideVersions };
  'settings.saveGuide': { payload: GuidePayload<'saveGuide'>; result: GuidesView };
  /** *Still right* (S-164). */
  'settings.reviewGuide': { payload: GuidePayload<'reviewGuide'>; result: GuidesView };
  /** The list of the playbook's pages: of one project, or of all. */
  'playbook.index': { payload: GuidePayload<'playbookIndex'>; result: PlaybookIndex };
  'playbook.page': { payload: GuidePayload<'playbookPage'>; result: PlaybookPage };
  'playbook.versions': { payload: GuidePayload<'playbookPage'>; result: GuideVersions };
  /** Who published which version of the type itself, when and why. */
  'playbook.typeVersions': { payload: GuidePayload<'playbookPage'>; result: TypeHistory };
  /** For the type's champion and the project's admins only, as is the next. */
  'playbook.home': { payload: GuidePayload<'playbookPage'>; result: ChampionHome };
  /** Keeps a suggested checklist as the type's draft; publishing stays with the admins. */
  'playbook.saveDraft': { payload: GuidePayload<'playbookSaveDraft'>; result: ChampionHome };
  /** *Still right* (S-164), by who administers the project or is the type's champion. */
  'playbook.review': { payload: GuidePayload<'playbookReview'>; result: PlaybookPage };
  /** Where spot checks are on, for the type's champion, its accountable person and the project's admins, as is the next (M16). */
  'playbook.spotChecks': { payload: GuidePayload<'playbookPage'>; result: SpotCheckView };
  'playbook.saveSpotCheck': { payload: InferOutput<typeof spotCheckPayloads.saveSpotCheck>; result: SpotCheckView };
  'gadget.projects': { payload: Nothing; result: GadgetProjects };
  /** How chosen types of a project are, for a dashboard. */
  'gadget.health': { payload: InferOutput<typeof gadgetHealth>; result: GadgetHealth };
  /** Names of the statuses and types a workflow rule's transition touches, so its page can say what it will do. */
  'rule.explain': { payload: SettingsPayload<'explainRule'>; result: { readonly typeNames: readonly string[]; readonly scoped: boolean } };
  'admin.overview': { payload: Nothing; result: AdminOverview };
  'admin.pinPanel': { payload: SettingsPayload<'pinPanel'>; result: AdminOverview };
  'admin.switchRules': { payload: SettingsPayload<'switchRules'>; result: AdminOverview };
}

/** Name of a bridge function. */
export type BridgeFunction = keyof BridgeContract;
