import type { SettingsView } from '../../src/contract/settings';
import type { Route } from '../../src/domain/type/handoff-type';

/** Gives names of statuses; `unknown` stands for one that was deleted. */
export function statusNames(statuses: SettingsView['statuses'], unknown: string): (statusId: string) => string {
  const names = new Map(statuses.map(({ id, name }) => [id, name]));
  return (statusId) => names.get(statusId) ?? unknown;
}

/** A route's statuses by name, for a sentence. */
export function routeNames(
  route: Route,
  nameOf: (statusId: string) => string,
  locale: string,
): { readonly from: string; readonly to: string } {
  const from = new Intl.ListFormat(locale, { type: 'disjunction' }).format(route.fromStatusIds.map(nameOf));
  return { from, to: nameOf(route.toStatusId) };
}
