import { kvs } from '@forge/kvs';

import type { GateReader } from '../app/ports/gate-reader';
import type { GateRoutes, GateView } from '../domain/gate/projection';
import { toStoreFault } from './kvs-call';
import { ENTITY, KEY } from './kvs-keys';
import { requireSchema } from './require-schema';

/** `GateReader` without repeats: the gate has a deadline of its own, and a second read would be a second cost (design decision 7). */
export const kvsGateReader: GateReader = {
  findView: (issueKey) => readOnce<GateView>(ENTITY.gateView, KEY.gateView(issueKey)),
  findRoutes: (projectKey) => readOnce<GateRoutes>(ENTITY.gateRoutes, KEY.gateRoutes(projectKey)),
};

async function readOnce<Body extends { readonly schema: number }>(entityName: string, key: string): Promise<Body | null> {
  try {
    const entity = await kvs.entity<{ readonly body: Body }>(entityName).get(key);
    return entity === undefined ? null : requireSchema(entity.body);
  } catch (error) {
    throw toStoreFault(error);
  }
}
