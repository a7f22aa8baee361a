import type { SpotCheckView } from '../contract/spot-check';
import type { Caller } from './ports/app-ports';
import { loadSpotChecks, toSpotCheckView, type SpotCheckPorts } from './spot-check/spot-check-case';

/**
 * What is drawn to be checked, and what was found so far (M16).
 *
 * @throws {AppError} As `loadSpotChecks`.
 */
export async function getSpotChecks(
  ports: SpotCheckPorts,
  asking: Caller,
  target: { readonly projectKey: string; readonly typeId: string },
): Promise<SpotCheckView> {
  return toSpotCheckView(ports, asking, await loadSpotChecks(ports, asking, target));
}
