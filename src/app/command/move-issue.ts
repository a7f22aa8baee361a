import type { Asker, JiraIssue, Transition } from '../ports/issues';
import type { AppPorts } from '../ports/app-ports';
import { askJira, toJiraError } from '../jira-trouble';
import { isPassing, JiraFault } from '../ports/jira-fault';

/** How a move that Baton makes for somebody ended. */
export type MoveOutcome =
  | { readonly kind: 'moved' }
  | { readonly kind: 'moveYourself'; readonly reason: 'noTransition' | 'severalTransitions' | 'screenFields' }
  | { readonly kind: 'refused'; readonly jiraMessage: string };

type MovePorts = Pick<AppPorts, 'mover' | 'issues'>;

/**
 * Moves the work item as the caller, or as Baton where nobody is there, where exactly one transition leads there without asking for fields.
 *
 * An unclear answer is settled by looking where the work item stands.
 *
 * @throws {AppError} JIRA_UNAVAILABLE when nobody judged the move.
 */
export async function moveIssue(ports: MovePorts, issue: JiraIssue, toStatusId: string, asker: Asker = 'user'): Promise<MoveOutcome> {
  const found = pickTransition(await askJira(ports.mover.listTransitions(asker, issue.id)), toStatusId);
  if (typeof found === 'string') return { kind: 'moveYourself', reason: found };
  try {
    await ports.mover.move(asker, issue.id, found.id);
    return { kind: 'moved' };
  } catch (error) {
    if (!(error instanceof JiraFault)) throw error;
    if (!isPassing(error)) return { kind: 'refused', jiraMessage: error.messages.join(' ') };
    const { statusId } = await askJira(ports.issues.get(asker, issue.id));
    if (statusId === toStatusId) return { kind: 'moved' };
    throw toJiraError(error);
  }
}

function pickTransition(
  transitions: readonly Transition[],
  toStatusId: string,
): Transition | 'noTransition' | 'severalTransitions' | 'screenFields' {
  const leading = transitions.filter((transition) => transition.toStatusId === toStatusId);
  const [first] = leading;
  if (first === undefined) return 'noTransition';
  if (leading.length > 1) return 'severalTransitions';
  return first.needsFields ? 'screenFields' : first;
}
