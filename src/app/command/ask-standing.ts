import { isFormer } from '../../domain/audit/former-person';
import type { Command, DecisionContext } from '../../domain/handoff/command';
import type { HandoffType } from '../../domain/type/handoff-type';
import { optionsOf } from '../../domain/type/type-options';
import { askJira } from '../jira-trouble';
import type { AppPorts, IssueCaller } from '../ports/app-ports';
import type { StoredRecord } from '../record/stored-record';
import { findSubject } from './find-subject';

interface Asked {
  readonly stored: StoredRecord;
  readonly command: Command;
  readonly type: HandoffType;
  readonly canEdit: boolean;
}

/**
 * What Jira must say before somebody steps in for the pair (T14–T16, T24, E1): asked live, and only where the decision can depend on it,
 * so that the main path costs nothing more.
 */
export async function askStanding(
  ports: Pick<AppPorts, 'permissions' | 'people'>,
  { accountId, projectId }: IssueCaller,
  { stored, command, type, canEdit }: Asked,
): Promise<Pick<DecisionContext, 'actorIsProjectAdmin' | 'actorIsInWaiverGroup' | 'receiverIsGone'>> {
  const { accountableId, waiversAllowed, waiverGroup } = optionsOf(type);
  if (accountableId === accountId) return {};
  const handoff = findSubject(stored, command);
  const isTaken = handoff?.state === 'IN_VERIFICATION';
  const isSendingSide = canEdit || handoff?.sender.value === accountId;
  const askAdmin = async () => ({ actorIsProjectAdmin: await askJira(ports.permissions.isProjectAdmin(projectId)) });
  switch (command.type) {
    case 'waive':
      if (!waiversAllowed) return {};
      return {
        ...(accountableId === null ? await askAdmin() : {}),
        ...(waiverGroup === null
          ? {}
          : { actorIsInWaiverGroup: await askJira(ports.permissions.belongsTo(accountId, projectId, { kind: 'group', ...waiverGroup })) }),
      };
    case 'changeSender':
      return askAdmin();
    case 'withdraw':
      return isTaken || !isSendingSide ? askAdmin() : {};
    case 'changeReceiver': {
      const takenBy = handoff?.offer?.takenBy ?? null;
      if (isTaken && takenBy !== null && isSendingSide && (await isGone(ports, takenBy))) return { receiverIsGone: true };
      return isTaken || handoff?.state === 'DRAFT' || !isSendingSide ? askAdmin() : {};
    }
    default:
      return {};
  }
}

async function isGone(ports: Pick<AppPorts, 'people'>, accountId: string): Promise<boolean> {
  if (isFormer(accountId)) return true;
  return (await askJira(ports.people.getMany([accountId]))).some((person) => person.accountId === accountId && !person.active);
}
