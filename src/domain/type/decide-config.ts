import type { AccountId, Instant } from '../handoff/handoff';
import { checkDraft, findRouteConflict, normaliseDraft, type DraftProblem } from './check-draft';
import type { ConfigEvent } from './config-event';
import { evolveConfig } from './evolve-config';
import type { HandoffType, ProjectConfig, Route, TypeDraft } from './handoff-type';
import { devToQa } from './starters/dev-to-qa';
import { toFirstDraft } from './starters/starter';

/** Most handoff types a project can have, inactive ones included. */
export const MAX_TYPES = 50;

/** What a project admin asks for. */
export type ConfigCommand =
  /** Turns Baton on. The first time it creates *Dev → QA* along `route`; later, types are kept as they are and `route` is not used. */
  | { readonly type: 'turnOn'; readonly route: Route | null }
  | { readonly type: 'turnOff' }
  /** `typeId` null creates a type; else its next version is published, which needs a note on what changed: 1 to 200 characters. */
  | { readonly type: 'saveType'; readonly typeId: string | null; readonly draft: TypeDraft; readonly note?: string | undefined }
  | {
      readonly type: 'switchType';
      readonly typeId: string;
      readonly active?: boolean | undefined;
      readonly gatePaused?: boolean | undefined;
    };

/** What a configuration decision needs besides configuration and command. */
export interface ConfigContext {
  readonly projectId: string;
  readonly now: Instant;
  readonly actorId: AccountId;
  readonly commandId: string;
  /** A fresh id for a new type: letters, digits, `_` and `-`. */
  readonly newId: () => string;
}

/**
 * Why a command is refused. ROUTE_TAKEN: another active type (`takenBy`) already has a (from, to) of this one; ROUTE_MISSING: turning on
 * for the first time needs a route; NOT_FOUND: no such type; TOO_MANY_TYPES: 50 exist; NOTE_MISSING: nobody said what changed in a type
 * that exists. The rest is about the draft.
 */
export interface ConfigRefusal {
  readonly code: 'ROUTE_TAKEN' | 'ROUTE_MISSING' | 'NOT_FOUND' | 'TOO_MANY_TYPES' | 'NOTE_MISSING' | DraftProblem['code'];
  /** Where in the command: dotted path such as `draft.items.3.title`. */
  readonly path: string;
  /** Id of the type that has the route, for ROUTE_TAKEN. */
  readonly takenBy?: string;
}

/** Events to log with the configuration they lead to, or a refusal. No events: the command asks for what is so already. */
export type ConfigDecision =
  | { readonly ok: true; readonly events: readonly ConfigEvent[]; readonly config: ProjectConfig }
  | { readonly ok: false; readonly refusal: ConfigRefusal };

/**
 * Decides a change of a project's configuration. Pure and total.
 *
 * Saving publishes a new version and never alters an older one (E15, E16); saving what stands already publishes nothing.
 */
export function decideConfig(config: ProjectConfig, command: ConfigCommand, context: ConfigContext): ConfigDecision {
  switch (command.type) {
    case 'turnOn':
      return turnOn(config, command.route, context);
    case 'turnOff':
      return done(config, config.on ? [{ ...headerOf(context), type: 'project.turned_off' }] : []);
    case 'saveType':
      return saveType(config, command, context);
    case 'switchType':
      return switchType(config, command, context);
  }
}

function turnOn(config: ProjectConfig, route: Route | null, context: ConfigContext): ConfigDecision {
  if (config.on) return done(config, []);
  const turnedOn: ConfigEvent = { ...headerOf(context), type: 'project.turned_on' };
  if (config.types.length > 0) return done(config, [turnedOn]);
  if (route === null) return refuse({ code: 'ROUTE_MISSING', path: 'route' });
  const handoffType: HandoffType = { ...toFirstDraft(devToQa, route), typeId: context.newId(), version: 1 };
  return done(config, [turnedOn, { ...headerOf(context), type: 'type.published', handoffType }]);
}

function saveType(
  config: ProjectConfig,
  { typeId, draft: given, note = '' }: Extract<ConfigCommand, { type: 'saveType' }>,
  context: ConfigContext,
): ConfigDecision {
  const draft = normaliseDraft(given);
  const existing = typeId === null ? null : (config.types.find((entry) => entry.current.typeId === typeId) ?? null);
  if (typeId !== null && existing === null) return refuse({ code: 'NOT_FOUND', path: 'typeId' });
  if (existing === null && config.types.length >= MAX_TYPES) return refuse({ code: 'TOO_MANY_TYPES', path: 'typeId' });
  const problem = checkDraft(draft);
  if (problem !== null) return refuse({ code: problem.code, path: `draft.${problem.path}` });

  const published: HandoffType = {
    ...draft,
    typeId: existing?.current.typeId ?? context.newId(),
    version: (existing?.current.version ?? 0) + 1,
  };
  if (existing?.switches.active !== false) {
    const takenBy = findRouteConflict(published, config);
    if (takenBy !== null) return refuse({ code: 'ROUTE_TAKEN', path: 'draft.route', takenBy });
  }
  const event: ConfigEvent = { ...headerOf(context), type: 'type.published', handoffType: published };
  if (existing === null) return done(config, [event]);
  if (sameContent(existing.current, published)) return done(config, []);
  const said = note.trim();
  if (said === '') return refuse({ code: 'NOTE_MISSING', path: 'note' });
  return done(config, [{ ...event, change: { note: said, at: context.now, by: context.actorId } }]);
}

function switchType(
  config: ProjectConfig,
  command: Extract<ConfigCommand, { type: 'switchType' }>,
  context: ConfigContext,
): ConfigDecision {
  const entry = config.types.find(({ current }) => current.typeId === command.typeId);
  if (entry === undefined) return refuse({ code: 'NOT_FOUND', path: 'typeId' });
  const active = command.active ?? entry.switches.active;
  const gatePaused = command.gatePaused ?? entry.switches.gatePaused;
  if (active === entry.switches.active && gatePaused === entry.switches.gatePaused) return done(config, []);
  if (active && !entry.switches.active) {
    const takenBy = findRouteConflict(entry.current, config);
    if (takenBy !== null) return refuse({ code: 'ROUTE_TAKEN', path: 'active', takenBy });
  }
  return done(config, [{ ...headerOf(context), type: 'type.switched', typeId: command.typeId, active, gatePaused }]);
}

function sameContent(one: HandoffType, other: HandoffType): boolean {
  const contentOf = (type: HandoffType): string => JSON.stringify(normaliseDraft(type));
  return contentOf(one) === contentOf(other);
}

function headerOf({ projectId, now, actorId, commandId }: ConfigContext): Omit<ConfigEvent, 'type'> {
  return { projectId, at: now, actorId, commandId };
}

function done(config: ProjectConfig, events: readonly ConfigEvent[]): ConfigDecision {
  return { ok: true, events, config: events.reduce(evolveConfig, config) };
}

function refuse(refusal: ConfigRefusal): ConfigDecision {
  return { ok: false, refusal };
}
