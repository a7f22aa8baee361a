import type { JiraParts } from '../jira/jira-service';
import { JiraError, invalid } from '../jira/jira-error';
import { addComment } from '../jira/operations/add-comment';
import type { Caller } from '../jira/state/caller';
import { toContentDocument } from '../jira/state/content-document';
import type { ProductEvent } from '../jira/state/product-event';
import type { ChangeItem, IssueRecord } from '../jira/state/records';
import { DocumentCollection } from '../storage/document-collection';
import { IdSequence } from '../storage/id-sequence';
import type { AutomationRule, AutomationRun } from './automation-rule';

/** The account every rule acts as, as *Automation for Jira* does on real sites. */
const AUTOMATION_ACCOUNT_ID = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';

const ACTOR: Caller = { kind: 'automation', accountId: AUTOMATION_ACCOUNT_ID, viaApp: false, depth: 0 };

/** Runs the audit log keeps. */
const MAX_RUNS_KEPT = 500;

/**
 * Jira Automation in small: hears every change of an issue (also those apps are not told of, since it reads the
 * history), and lets a rule act as the automation account, on the ordinary ways: a transition asks the validators. What
 * a rule does starts no further rule, which is Automation's default.
 */
export class Automation {
  private readonly rules: DocumentCollection<AutomationRule>;
  private readonly runs: DocumentCollection<AutomationRun>;
  private readonly ids: IdSequence;

  /** @param parts read late, since Jira itself is made after the rules that listen to it. */
  constructor(
    private readonly parts: () => JiraParts,
    database: ConstructorParameters<typeof IdSequence>[0],
  ) {
    this.rules = new DocumentCollection(database, 'automationRule');
    this.runs = new DocumentCollection(database, 'automationRun');
    this.ids = new IdSequence(database);
  }

  add(rule: Omit<AutomationRule, 'id'>): AutomationRule {
    this.addActor();
    const added = { ...rule, id: this.ids.next('automationRule', 1) };
    this.rules.put(added.id, added);
    return added;
  }

  remove(id: string): void {
    this.rules.delete(id);
  }

  list(): AutomationRule[] {
    return this.rules.list();
  }

  /** Newest first. */
  listRuns(): AutomationRun[] {
    return this.runs.list().reverse();
  }

  /** Whether a rule waits for this event. */
  wants(event: ProductEvent): boolean {
    return this.matching(event).length > 0;
  }

  /** Runs the rules the event starts, one after the other. */
  async handle(event: ProductEvent): Promise<void> {
    const { id } = event['issue'] as { id: string };
    for (const rule of this.matching(event)) {
      const issue = this.parts().state.issues.find(id);
      if (issue !== null) await this.run(rule, issue);
    }
  }

  private matching(event: ProductEvent): AutomationRule[] {
    if (event.eventType !== 'avi:jira:updated:issue' || event['atlassianId'] === AUTOMATION_ACCOUNT_ID) return [];
    const { items } = event['changelog'] as { items: ChangeItem[] };
    return this.rules.list().filter(({ trigger }) => items.some((item) => starts(trigger, item)));
  }

  private async run(rule: AutomationRule, issue: IssueRecord): Promise<void> {
    const id = this.ids.next('automationRun', 1);
    const message = await this.act(rule.action, issue).then(() => null, toMessage);
    const outcome = message === null ? 'success' : 'failure';
    this.runs.put(id, { id, ruleId: rule.id, issueKey: issue.key, at: this.parts().state.clock.now(), outcome, message });
    for (const { id: old } of this.runs.list().slice(0, -MAX_RUNS_KEPT)) this.runs.delete(old);
  }

  private async act(action: AutomationRule['action'], issue: IssueRecord): Promise<void> {
    const { state, writer, editor, mover } = this.parts();
    if (action.kind === 'comment') {
      addComment({ state, writer }, ACTOR, issue, toContentDocument(action.text));
      return;
    }
    if (action.kind === 'edit') {
      editor.run(ACTOR, issue.id, action.fields);
      return;
    }
    const transition = mover.list(ACTOR, issue).find(({ to }) => state.statuses.get(to).name === action.toStatus);
    if (transition === undefined) throw invalid(`No transition leads to ${action.toStatus} from this status.`);
    await mover.run(ACTOR, { issueIdOrKey: issue.id, transitionId: transition.id, fields: {} });
  }

  private addActor(): void {
    const { users } = this.parts().state;
    if (users.find(AUTOMATION_ACCOUNT_ID) !== null) return;
    users.put(AUTOMATION_ACCOUNT_ID, {
      accountId: AUTOMATION_ACCOUNT_ID,
      accountType: 'app',
      displayName: 'Automation for Jira',
      email: '',
      active: true,
      timeZone: 'Etc/UTC',
      part: 'app',
    });
  }
}

function starts(trigger: AutomationRule['trigger'], item: ChangeItem): boolean {
  if (trigger.kind === 'statusChanged') {
    return item.fieldId === 'status' && fits(trigger.from, item.fromString) && fits(trigger.to, item.toString);
  }
  return [item.field, item.fieldId].includes(trigger.field) && fits(trigger.value, item.toString);
}

function fits(wanted: string | undefined, actual: string | null): boolean {
  return wanted === undefined || wanted === actual;
}

/** Refusals are part of a rule's life; anything else is a bug of the local Jira. */
function toMessage(error: unknown): string {
  if (!(error instanceof JiraError)) throw error;
  return error.message;
}
