import type { ConfigEvent } from './config-event';
import type { ProjectConfig } from './handoff-type';

/** A project nobody turned on yet. */
export const EMPTY_CONFIG: ProjectConfig = { schema: 1, on: false, types: [], chain: { seq: 0, hash: '' } };

/**
 * The configuration after an event. The chain is kept as it is: whoever seals the event moves it on.
 *
 * A published type keeps its place in the list, a new one comes last and is active, its gate not paused.
 */
export function evolveConfig(config: ProjectConfig, event: ConfigEvent): ProjectConfig {
  switch (event.type) {
    case 'project.turned_on':
      return { ...config, on: true };
    case 'project.turned_off':
      return { ...config, on: false };
    case 'type.published': {
      const { handoffType: current, at } = event;
      const isKnown = config.types.some((entry) => entry.current.typeId === current.typeId);
      const types = isKnown
        ? config.types.map((entry) => (entry.current.typeId === current.typeId ? { ...entry, current } : entry))
        : [...config.types, { current, switches: { active: true, gatePaused: false }, since: at.slice(0, 10) }];
      return { ...config, types };
    }
    case 'type.switched': {
      const { typeId, active, gatePaused } = event;
      return {
        ...config,
        types: config.types.map((entry) => (entry.current.typeId === typeId ? { ...entry, switches: { active, gatePaused } } : entry)),
      };
    }
  }
}
