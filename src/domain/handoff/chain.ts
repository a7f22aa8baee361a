import type { Route } from '../type/handoff-type';
import type { HandoffRecord } from './handoff';
import type { RowFacts } from './handoff-row';
import { addMs } from './instant';
import { REVERSAL_WINDOW_MS } from './limits';

/** The route of one version of a type; null where nobody knows it any more. */
export type FindRoute = (typeId: string, typeVersion: number) => Route | null;

/**
 * The accepted handoffs of a work item, of whatever type, oldest acceptance first. One to oneself is none of them (E2); one that was voided
 * later is, as it stays in every other number (T21). Of ended ones the record keeps a hundred lines: a longer chain begins with those.
 */
export function acceptedInTurn({ handoffs, ended }: HandoffRecord) {
  const live = handoffs.map(({ handoffId, typeId, typeVersion, acceptance, sender, createdBy }) => ({
    handoffId,
    typeId,
    typeVersion,
    acceptedAt: acceptance?.at ?? null,
    receiverId: acceptance?.by ?? null,
    senderId: sender.value ?? createdBy,
  }));
  return [...ended.toReversed(), ...live]
    .flatMap(({ acceptedAt, ...each }) => (acceptedAt === null || each.receiverId === each.senderId ? [] : [{ ...each, acceptedAt }]))
    .sort((one, other) => one.acceptedAt.localeCompare(other.acceptedAt));
}

/**
 * Where an accepted handoff stands among those of its work item (S-128), and how often the work went to and fro until then (M09): in the
 * thirty days up to its acceptance, how many handoffs between its two sides went the other way than the one before. Sides are the statuses
 * of routes: from here to there and from there to here are opposite. Another one in the same direction turns nothing round.
 */
export function chainFacts(record: HandoffRecord, handoffId: string, findRoute: FindRoute): Pick<RowFacts, 'chainPosition' | 'reversals'> {
  const links = acceptedInTurn(record);
  const position = links.findIndex((link) => link.handoffId === handoffId) + 1;
  const own = links[position - 1];
  if (own === undefined || position === 1) return {};
  const since = addMs(own.acceptedAt, -REVERSAL_WINDOW_MS);
  const route = findRoute(own.typeId, own.typeVersion);
  const ways = links.slice(0, position).flatMap(({ typeId, typeVersion, acceptedAt }) => {
    const other = acceptedAt < since ? null : findRoute(typeId, typeVersion);
    return route === null || other === null ? [] : (isSameWay(route, other) ?? []);
  });
  const reversals = ways.filter((way, index) => index > 0 && way !== ways[index - 1]).length;
  return { chainPosition: position, ...(reversals === 0 ? {} : { reversals }) };
}

/** Whether another route leads the same way between the two sides of a route; null where it leads somewhere else. */
function isSameWay(route: Route, other: Route): boolean | null {
  const isSame = route.toStatusId === other.toStatusId && route.fromStatusIds.some((id) => other.fromStatusIds.includes(id));
  return isSame || (route.fromStatusIds.includes(other.toStatusId) && other.fromStatusIds.includes(route.toStatusId) ? false : null);
}
