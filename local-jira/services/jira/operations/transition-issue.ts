import { JiraError, invalid, issueNotFound } from '../jira-error';
import type { Caller } from '../state/caller';
import type { JiraState } from '../state/jira-state';
import type { Permissions } from '../state/permissions';
import type { IssueRecord, TransitionRecord, WorkflowRecord } from '../state/records';
import { statusChange } from './change-items';
import type { EditIssue } from './edit-issue';
import type { IssueWriter } from './issue-writer';
import type { ValidatorRunner } from './validator-runner';

export interface TransitionRequest {
  issueIdOrKey: string;
  transitionId: string;
  /** Values of the transition screen, in REST v3 shape. */
  fields: Record<string, unknown>;
}

/** Moves issues along their workflow, with everything that may stop a move. */
export class TransitionIssue {
  constructor(
    private readonly parts: {
      state: JiraState;
      permissions: Permissions;
      writer: IssueWriter;
      editor: EditIssue;
      runValidator: ValidatorRunner;
    },
  ) {}

  /** Transitions the caller could choose now, validators not asked, as Jira lists them. */
  list(caller: Caller, issue: IssueRecord): TransitionRecord[] {
    if (!this.parts.permissions.hasOnIssue(caller, issue, 'TRANSITION_ISSUES')) return [];
    return this.workflowOf(issue).transitions.filter((transition) => leavesFrom(transition, issue.statusId));
  }

  /**
   * Runs the validators one after the other, all of them, and moves the issue when none objects.
   *
   * @throws {JiraError} 404 when the caller cannot see the issue; 400 for an unavailable transition, missing screen
   *   fields or a validator's objection (its text in `errorMessages`); 409 when the issue moved meanwhile.
   */
  async run(caller: Caller, request: TransitionRequest): Promise<void> {
    const issue = this.parts.permissions.findIssue(caller, request.issueIdOrKey);
    if (issue === null) throw issueNotFound();
    const transition = this.list(caller, issue).find(({ id }) => id === request.transitionId);
    if (transition === undefined) {
      throw invalid(`It seems that you have tried to perform an illegal workflow operation (${request.transitionId}).`);
    }
    checkScreen(transition, request.fields);
    await this.validate(caller, issue, transition, request.fields);
    this.apply(caller, issue, transition, request.fields);
  }

  private async validate(caller: Caller, issue: IssueRecord, transition: TransitionRecord, fields: Record<string, unknown>): Promise<void> {
    const objections: string[] = [];
    for (const rule of transition.validators) {
      if (rule.disabled) continue;
      const payload = {
        issue: { key: issue.key },
        configuration: parseConfiguration(rule.configuration),
        transition: {
          from: { id: issue.statusId },
          to: { id: transition.to },
          ...(Object.keys(fields).length === 0 ? {} : { modifiedFields: fields }),
        },
      };
      const verdict = await this.parts.runValidator(rule, payload, caller.accountId, caller.viaApp ? caller.depth + 1 : 0);
      if (!verdict.passes) objections.push(verdict.message ?? FAILED_RULE);
    }
    if (objections.length > 0) throw new JiraError(400, objections);
  }

  private apply(caller: Caller, before: IssueRecord, transition: TransitionRecord, fields: Record<string, unknown>): void {
    const { state, editor, writer } = this.parts;
    const issue = state.findIssue(before.id);
    if (issue === null) throw issueNotFound();
    if (issue.statusId !== before.statusId) throw new JiraError(409, ['The issue was changed by somebody else meanwhile.']);
    const isDone = state.statuses.get(transition.to).category === 'done';
    const { issue: edited, items } = editor.applyFields(caller, issue, fields);
    const moved: IssueRecord = {
      ...edited,
      statusId: transition.to,
      resolutionDate: isDone ? (issue.resolutionDate ?? state.clock.now()) : null,
    };
    writer.update(caller, {
      issue: moved,
      items: [statusChange(state, issue.statusId, transition.to), ...items],
      eventName: 'issue_generic',
    });
  }

  private workflowOf(issue: IssueRecord): WorkflowRecord {
    return this.parts.state.workflowOf(this.parts.state.projects.get(issue.projectId));
  }
}

/** The platform names no text for a rule whose function failed; it only blocks. */
const FAILED_RULE = 'This transition is stopped: a rule of an app could not be checked. Try again, or ask a Jira admin.';

/** Whether the transition can be taken in this status. */
export function leavesFrom({ from, to }: TransitionRecord, statusId: string): boolean {
  if (from === 'initial') return false;
  return from === 'any' ? to !== statusId : from.includes(statusId);
}

function checkScreen(transition: TransitionRecord, fields: Record<string, unknown>): void {
  const onScreen = new Set(transition.screen.map(({ fieldId }) => fieldId));
  const errors: Record<string, string> = {};
  for (const fieldId of Object.keys(fields)) {
    if (!onScreen.has(fieldId)) errors[fieldId] = `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`;
  }
  for (const { fieldId, required } of transition.screen) {
    if (required && (fields[fieldId] === undefined || fields[fieldId] === null)) errors[fieldId] = `${fieldId} is required.`;
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
}

/** A configuration that is no JSON reaches the function as the text it is. */
function parseConfiguration(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
