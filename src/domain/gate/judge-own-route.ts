import type { JudgedMove } from './gate-verdict';
import { judgeAccepted, judgePrepared } from './judge-handoff';
import type { GateRoute, RuleConfiguration } from './projection';

/**
 * Whether a move along this route may happen by what its own type demands: `accepted` only where the type opens at acceptance. What would
 * be denied passes once where the accountable person let it (T24). Judges a move before it happens and one that did alike (domain.md 4.8).
 */
export function judgeOwnRoute(
  input: JudgedMove,
  requires: RuleConfiguration['requires'],
  own: GateRoute,
): ReturnType<typeof judgePrepared> {
  const judged = requires === 'accepted' && own.opensAt === 'acceptance' ? judgeAccepted(input, own) : judgePrepared(input, own);
  const isWaived = judged.kind === 'denied' && isLetPass(input, own);
  return isWaived ? { kind: 'allow', reason: 'waived', typeId: own.typeId, handoffId: null } : judged;
}

/** Whether the accountable person let one move of this route pass, and nothing has used it yet (T24). */
function isLetPass({ view, now }: JudgedMove, { typeId }: GateRoute): boolean {
  const waivedUntil = view?.handoffs.find((handoff) => handoff.typeId === typeId)?.waivedUntil;
  return waivedUntil !== undefined && now < waivedUntil;
}

/** Whether a move goes along it. */
export function covers(
  route: Pick<GateRoute, 'fromStatusIds' | 'toStatusId'>,
  { fromStatusId, toStatusId }: JudgedMove['transition'],
): boolean {
  return route.toStatusId === toStatusId && route.fromStatusIds.includes(fromStatusId);
}

/** Whether it is meant for work items of this type. An unknown one is admitted: rather one check too many than a gap. */
export function admits({ workItemTypeIds }: Pick<GateRoute, 'workItemTypeIds'>, issueTypeId: string | null): boolean {
  return issueTypeId === null || workItemTypeIds.length === 0 || workItemTypeIds.includes(issueTypeId);
}
