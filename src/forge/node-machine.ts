import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import type { Machine } from '../app/ports/machine';

const SALT_BYTES = 16;

/** `Machine` over Node: server time, which alone counts (domain.md 4.7). */
export const nodeMachine: Machine = {
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
  newSalt: () => randomBytes(SALT_BYTES).toString('base64url'),
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  pause: async (upToMs) => {
    await wait(Math.ceil(Math.random() * upToMs));
  },
};
