import type { RoundView } from '../contract/handoff-screen';
import { AppError } from './app-error';
import { requireInProject } from './command/load-case';
import { readStore } from './store-trouble';
import { askJira } from './jira-trouble';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import type { StoredRound } from './ports/record-store';

/** An earlier round, for whoever may see the work item it belongs to. */
export async function getRound(
  ports: Pick<AppPorts, 'records' | 'issues' | 'people'>,
  caller: IssueCaller,
  { handoffId, attempt }: { readonly handoffId: string; readonly attempt: number },
): Promise<RoundView> {
  if (!handoffId.startsWith(`${caller.issueId}-`)) throw new AppError('NOT_FOUND');
  const [issue, round] = await Promise.all([
    askJira(ports.issues.get('user', caller.issueId)),
    readStore(ports.records.findRound(handoffId, attempt)),
  ]);
  requireInProject(caller, issue.projectId);
  if (round === null) throw new AppError('NOT_FOUND');
  const people = await askJira(ports.people.getMany(listPeople(round)));
  const { package: handedOver, questions, returned, nextStep } = round;
  return {
    handoffId,
    attempt,
    package: handedOver,
    questions,
    returned,
    nextStep,
    people: Object.fromEntries(people.map((person) => [person.accountId, person])),
  };
}

function listPeople({ package: handedOver, questions, returned }: StoredRound): string[] {
  const { receiver } = handedOver;
  const people = [
    handedOver.senderId,
    ...(receiver.kind === 'person' ? [receiver.accountId] : []),
    ...handedOver.items.flatMap(({ by, answer }) => [by ?? [], answer?.kind === 'unknown' ? answer.ownerId : []].flat()),
    ...handedOver.note.flatMap(({ by, unknown }) => (unknown === undefined ? [by] : [by, unknown.ownerId])),
    ...questions.flatMap(({ askedBy, answer }) => [askedBy, ...(answer === null ? [] : [answer.by])]),
    ...(returned === null ? [] : [returned.by]),
  ];
  return [...new Set(people)];
}
