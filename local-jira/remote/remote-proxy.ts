import { setTimeout as wait } from 'node:timers/promises';

import type { WireAnswer, WireRequest } from '../runtime/worker-messages';
import type { CallLog } from './call-log';
import type { FaultList } from './fault-list';
import { toJsonAnswer, type Invoker, type RemoteAnswer, type RemoteCall, type RemoteService } from './remote-call';

/** The services a call of `__forge_fetch__` can end at. */
export interface RemoteServices {
  kvs: RemoteService;
  jira: RemoteService;
  events: RemoteService;
  privacy: RemoteService;
}

/**
 * Where every `__forge_fetch__` of the app ends: finds the service, keeps the record, applies faults.
 *
 * A call nobody answers is itself answered 501 with its method and path, and stands in the record as `unknown`, so a
 * test can fail on it.
 */
export class RemoteProxy {
  private isStopped = false;

  constructor(
    private readonly services: RemoteServices,
    private readonly faults: FaultList,
    private readonly log: CallLog,
  ) {}

  /** From now on every call is lost: late ones would meet a closed site, and nobody waits for their answers. */
  stop(): void {
    this.isStopped = true;
  }

  async send(invoker: Invoker, request: WireRequest): Promise<WireAnswer> {
    const service = findService(request);
    const end = this.log.begin({
      service: service ?? 'unknown',
      method: request.method,
      path: request.path,
      bytes: sizeOf(request.body),
      as: request.descriptor.provider === 'app' || request.descriptor.provider === 'user' ? request.descriptor.provider : 'none',
      invocationId: invoker.invocationId,
      functionKey: invoker.functionKey,
    });
    const answer = service === null ? unknownCall(request) : await this.sendWithFaults(service, invoker, request);
    if (answer === 'lost') {
      end(null, 0);
      return { kind: 'lost' };
    }
    end(answer.status, sizeOf(answer.body));
    return { kind: 'response', ...answer };
  }

  private async sendWithFaults(service: keyof RemoteServices, invoker: Invoker, request: WireRequest): Promise<RemoteAnswer | 'lost'> {
    const fault = this.faults.take({ service, method: request.method, path: request.path, functionKey: invoker.functionKey });
    if (fault?.delayMs !== undefined) await wait(fault.delayMs);
    if (fault?.drop === true || this.isStopped) return 'lost';
    if (fault?.status !== undefined) {
      const message = `A fault asked for status ${fault.status}.`;
      const body = { code: fault.code ?? 'FAULT', message, errorMessages: [message], errors: {} };
      return toJsonAnswer(fault.status, body, fault.headers);
    }
    const answer = await this.perform(service, toCall(invoker, request));
    return fault?.lostAnswer === true ? 'lost' : answer;
  }

  private async perform(service: keyof RemoteServices, call: RemoteCall): Promise<RemoteAnswer> {
    if (call.provider === 'user' && (call.impersonated ?? call.invoker.accountId) === null) {
      return { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' }, body: '' };
    }
    if (call.impersonated !== null && call.impersonated !== call.invoker.accountId) {
      return { status: 403, headers: { 'forge-proxy-error': 'IMPERSONATION_NOT_ALLOWED' }, body: '' };
    }
    try {
      return await this.services[service](call);
    } catch (error) {
      console.error(`The local Jira failed in ${service} ${call.method} ${call.path}:`, error);
      return toJsonAnswer(500, { code: 'INTERNAL', message: String(error), errorMessages: [String(error)], errors: {} });
    }
  }
}

function findService({ descriptor, path }: WireRequest): keyof RemoteServices | null {
  const { type, provider, remote } = descriptor;
  if (type === 'kvs') return 'kvs';
  if (type !== 'fpp' || (provider !== 'app' && provider !== 'user')) return null;
  if (remote === 'jira') return 'jira';
  if (remote !== 'stargate') return null;
  if (path.startsWith('/webhook/queue/')) return 'events';
  return path === '/app/report-accounts' ? 'privacy' : null;
}

function toCall(invoker: Invoker, { descriptor, path, method, headers, body }: WireRequest): RemoteCall {
  const provider = descriptor.provider === 'user' ? 'user' : 'app';
  return { invoker, provider, impersonated: descriptor.accountId ?? null, method, path, headers, body };
}

function unknownCall({ descriptor, method, path }: WireRequest): RemoteAnswer {
  const target = [descriptor.type, descriptor.provider, descriptor.remote].filter((part) => part !== undefined).join(' ');
  const message = `The local Jira does not play ${method} ${path} (${target}).`;
  return toJsonAnswer(501, { code: 'NOT_IMPLEMENTED', message, errorMessages: [message], errors: {} });
}

function sizeOf(body: string | Uint8Array | null): number {
  return body === null ? 0 : Buffer.byteLength(body);
}
