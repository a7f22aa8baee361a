import { randomUUID } from 'node:crypto';

import { readJsonBody, toJsonAnswer, type RemoteAnswer, type RemoteService } from '../../remote/remote-call';
import type { AppManifest } from '../../runtime/app-manifest';
import type { EventService } from './event-service';
import { MAX_DELAY_SECONDS, MAX_EVENTS_PER_MINUTE, MAX_EVENTS_PER_PUSH, MAX_PUSH_BYTES } from './limits';

interface PushRequest {
  queueName?: unknown;
  jobId?: unknown;
  payload?: { body?: unknown; delayInSeconds?: unknown; concurrency?: { key: string; limit: number } }[];
}

/** What `Queue.push` of @forge/events 3.0.8 calls; job statistics and cancelling are not played. */
export function makeEventsRoute(manifest: AppManifest, service: EventService): RemoteService {
  let pushedAt: number[] = [];
  const push = ({ queueName, jobId, payload = [] }: PushRequest): RemoteAnswer => {
    const consumer = manifest.modules.find(({ type, raw }) => type === 'consumer' && raw['queue'] === queueName);
    if (consumer === undefined) return refuse(404, `manifest.yml has no consumer of the queue ${String(queueName)}.`);
    if (payload.length === 0 || payload.length > MAX_EVENTS_PER_PUSH)
      return refuse(400, `A push holds 1 to ${MAX_EVENTS_PER_PUSH} events.`);
    if (Buffer.byteLength(JSON.stringify(payload)) > MAX_PUSH_BYTES) {
      return toJsonAnswer(413, { errorMessage: `A push holds at most ${MAX_PUSH_BYTES} bytes.` });
    }
    if (payload.some(({ delayInSeconds = 0 }) => !(Number(delayInSeconds) >= 0 && Number(delayInSeconds) <= MAX_DELAY_SECONDS))) {
      return refuse(400, `delayInSeconds is from 0 to ${MAX_DELAY_SECONDS}.`);
    }
    const now = Date.now();
    pushedAt = pushedAt.filter((at) => now - at < 60_000);
    if (pushedAt.length + payload.length > MAX_EVENTS_PER_MINUTE) return refuse(429, 'Too many events in this minute.');
    pushedAt.push(...payload.map(() => now));
    for (const { body, delayInSeconds = 0, concurrency = null } of payload) {
      service.enqueue({
        kind: 'queue',
        moduleKey: consumer.key,
        functionKey: String(consumer.raw['function']),
        event: { queueName, jobId, eventId: randomUUID(), body },
        delayMs: Number(delayInSeconds) * 1000,
        concurrency,
      });
    }
    return toJsonAnswer(201, {});
  };
  return (call) => {
    if (call.method !== 'POST' || !call.path.startsWith('/webhook/queue/publish/')) {
      return Promise.resolve(refuse(501, `The local Jira does not play ${call.method} ${call.path}.`));
    }
    return Promise.resolve(push((readJsonBody(call.body) ?? {}) as PushRequest));
  };
}

function refuse(status: number, message: string): RemoteAnswer {
  return toJsonAnswer(status, { code: status, message });
}
