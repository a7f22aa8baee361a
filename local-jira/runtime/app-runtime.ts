import { randomUUID } from 'node:crypto';

import type { LocalClock } from '../clock/local-clock';
import type { CallLog } from '../remote/call-log';
import type { RemoteProxy } from '../remote/remote-proxy';
import type { AppManifest } from './app-manifest';
import { AppWorker, type JobResult } from './app-worker';
import {
  BACKGROUND_TIMEOUT_MS,
  INTERACTIVE_TIMEOUT_MS,
  MAX_DEPTH,
  MAX_LOG_BYTES,
  MAX_LOG_LINES_PER_MINUTE,
  MAX_RESPONSE_BYTES,
} from './limits';
import { WorkerPool } from './worker-pool';

/** One call of a function of the manifest. */
export interface FunctionCall {
  functionKey: string;
  moduleKey: string;
  /** The handler's first argument. */
  event: unknown;
  /** Whom the platform names as invoking user; `null` where it names nobody. */
  accountId: string | null;
  /** Consumers and schedules may set `timeoutSeconds`; everything else has the fixed short limit. */
  isBackground: boolean;
  depth: number;
}

export type FunctionResult =
  | { ok: true; value: unknown }
  | { ok: false; reason: 'threw' | 'timedOut' | 'crashed' | 'tooLarge' | 'cycle'; error: { name: string; message: string } };

/** Facts of the site and the installation every invocation is told. */
interface Installation {
  cloudId: string;
  environmentId: string;
  installationId: string;
  /** `undefined` where the platform sends no license object (free, or not in production). */
  license: () => { active: boolean } | undefined;
}

/** What a runtime works with. */
export interface RuntimeParts {
  manifest: AppManifest;
  installation: Installation;
  proxy: RemoteProxy;
  clock: LocalClock;
  log: CallLog;
  files: { backendFolder: string; workerScript: string };
}

/** Runs the app's functions as the platform would: warm workers, limits, runtime facts, captured log. */
export class AppRuntime {
  private readonly pool: WorkerPool;
  private readonly stopListening: () => void;
  private runningCount = 0;

  constructor(private readonly parts: RuntimeParts) {
    const { manifest, clock, files } = parts;
    const startWorker = (): AppWorker =>
      new AppWorker(files.workerScript, { backendFolder: files.backendFolder, clock: clock.reading() }, manifest.memoryMb);
    this.pool = new WorkerPool(startWorker);
    this.stopListening = clock.onChange((reading) => this.pool.tellTime(reading));
  }

  get isIdle(): boolean {
    return this.runningCount === 0;
  }

  /** @throws {Error} when the manifest has no such function: a mistake of the caller, not of the app. */
  async invoke(call: FunctionCall): Promise<FunctionResult> {
    const declared = this.parts.manifest.functions.find(({ key }) => key === call.functionKey);
    if (declared === undefined) throw new Error(`manifest.yml has no function ${call.functionKey}.`);
    if (call.depth > MAX_DEPTH) {
      return { ok: false, reason: 'cycle', error: { name: 'InvocationLimitReachedError', message: 'Invocations nest too deep.' } };
    }
    const invocationId = randomUUID();
    const timeoutMs = timeoutOf(declared.timeoutSeconds, call.isBackground);
    this.runningCount += 1;
    try {
      const result = await this.pool.run(call.depth, {
        invocationId,
        handler: declared.handler,
        handlerArguments: [call.event, this.toContext(call)],
        runtime: this.toRuntimeFacts(call),
        timeoutMs,
        onRequest: (request) => this.parts.proxy.send({ ...call, invocationId }, request),
        onLog: this.makeLog(invocationId, call.functionKey),
      });
      return toFunctionResult(result, timeoutMs);
    } finally {
      this.runningCount -= 1;
    }
  }

  async stop(): Promise<void> {
    this.stopListening();
    await this.pool.stop();
  }

  /** The handler's second argument, the same for all modules. */
  private toContext({ accountId }: FunctionCall): Record<string, unknown> {
    const siteAri = `ari:cloud:jira::site/${this.parts.installation.cloudId}`;
    return {
      installContext: siteAri,
      ...(accountId === null ? {} : { principal: { accountId } }),
      ...withLicense(this.parts.installation.license()),
      installation: {
        ari: { installationId: this.parts.installation.installationId },
        contexts: [{ cloudId: this.parts.installation.cloudId, workspaceId: this.parts.installation.cloudId }],
      },
      workspaceId: this.parts.installation.cloudId,
    };
  }

  private toRuntimeFacts({ accountId, moduleKey, functionKey }: FunctionCall) {
    const { cloudId, environmentId, installationId } = this.parts.installation;
    return {
      aaid: accountId,
      contextAri: `ari:cloud:jira::site/${cloudId}`,
      appContext: {
        appId: this.parts.manifest.appId.split('/').at(-1) ?? this.parts.manifest.appId,
        appVersion: '1.0.0',
        environmentId,
        environmentType: 'PRODUCTION',
        installationId,
        moduleKey,
        functionKey,
        ...withLicense(this.parts.installation.license()),
        permissions: { scopes: [...this.parts.manifest.scopes], external: {} },
      },
    };
  }

  private makeLog(invocationId: string, functionKey: string): (level: string, text: string) => void {
    let bytes = 0;
    let lines = 0;
    let minuteStart = Date.now();
    return (level, text) => {
      if (Date.now() - minuteStart > 60_000) [lines, minuteStart] = [0, Date.now()];
      lines += 1;
      bytes += Buffer.byteLength(text);
      if (lines > MAX_LOG_LINES_PER_MINUTE || bytes > MAX_LOG_BYTES) return;
      this.parts.log.log({ invocationId, functionKey, level, text, at: this.parts.clock.now() });
    };
  }
}

function withLicense(license: { active: boolean } | undefined): { license?: { active: boolean; isActive: boolean } } {
  return license === undefined ? {} : { license: { active: license.active, isActive: license.active } };
}

function timeoutOf(timeoutSeconds: number | null, isBackground: boolean): number {
  if (!isBackground) return INTERACTIVE_TIMEOUT_MS;
  return timeoutSeconds === null ? BACKGROUND_TIMEOUT_MS : timeoutSeconds * 1000;
}

function toFunctionResult(result: JobResult, timeoutMs: number): FunctionResult {
  switch (result.kind) {
    case 'returned':
      if (Buffer.byteLength(result.valueJson ?? '') > MAX_RESPONSE_BYTES) {
        return failed('tooLarge', 'FunctionResponseTooLarge', `The answer is larger than ${MAX_RESPONSE_BYTES} bytes.`);
      }
      return { ok: true, value: result.valueJson === null ? undefined : (JSON.parse(result.valueJson) as unknown) };
    case 'threw':
      return failed('threw', result.name, result.message);
    case 'timedOut':
      return failed('timedOut', 'FunctionTimeout', `The function did not answer within ${timeoutMs / 1000} s.`);
    case 'crashed':
      return failed('crashed', 'FunctionCrashed', result.message);
  }
}

function failed(reason: 'threw' | 'timedOut' | 'crashed' | 'tooLarge', name: string, message: string): FunctionResult {
  return { ok: false, reason, error: { name, message } };
}
