import type { GateRoutes, GateView } from '../../domain/gate/projection';

/** The two projections the gate reads by key. Throws `StoreFault`. */
export interface GateReader {
  findView(issueKey: string): Promise<GateView | null>;
  findRoutes(projectKey: string): Promise<GateRoutes | null>;
}
