import { whatIsLeft } from '../handoff/what-is-left';
import type { HandoffType, ProjectConfig } from '../type/handoff-type';
import { MAX_NAMES } from './gate-message';
import type { GateRoute, GateRoutes } from './projection';
import { liveRequirementsOf, placeLeft } from './requirement';

/**
 * Body of `gate-routes` of a project: what the gate must know of its active types.
 *
 * Inactive types, and every type of a project where Baton is off, are absent, so their moves pass (E14, E38).
 *
 * @param config Null when the project was never turned on.
 */
export function toGateRoutes(config: ProjectConfig | null, projectId: string): GateRoutes {
  const active = config?.on === true ? config.types.filter((entry) => entry.switches.active) : [];
  return {
    schema: 1,
    projectId,
    none: active.length === 0,
    routes: active.map((entry) => toGateRoute(entry.current, entry.switches.gatePaused)),
  };
}

/** The route of one type as the gate knows it. */
export function toGateRoute(type: HandoffType, paused: boolean): GateRoute {
  const required = placeLeft(whatIsLeft(null, type, null), type);
  return {
    typeId: type.typeId,
    typeVersion: type.version,
    team: type.team,
    fromStatusIds: type.route.fromStatusIds,
    toStatusId: type.route.toStatusId,
    opensAt: type.opensAt,
    workItemTypeIds: type.workItemTypeIds,
    paused,
    required: required.slice(0, MAX_NAMES),
    ...(required.length > MAX_NAMES ? { requiredCount: required.length } : {}),
    live: liveRequirementsOf(type, null),
  };
}
