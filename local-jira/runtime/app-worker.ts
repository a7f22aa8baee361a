import { Worker } from 'node:worker_threads';

import type { ClockReading } from '../clock/local-clock';
import type {
  FromWorker,
  LogLevel,
  NumberedRequest,
  RuntimeFacts,
  ToWorker,
  WireAnswer,
  WireRequest,
  WorkerSetup,
} from './worker-messages';

/** One run of a handler in a worker. */
export interface WorkerJob {
  invocationId: string;
  handler: string;
  handlerArguments: unknown[];
  runtime: RuntimeFacts;
  timeoutMs: number;
  onRequest: (request: WireRequest) => Promise<WireAnswer>;
  onLog: (level: LogLevel, text: string) => void;
}

export type JobResult =
  | { kind: 'returned'; valueJson: string | null }
  | { kind: 'threw'; name: string; message: string; stack: string | null }
  | { kind: 'timedOut' }
  | { kind: 'crashed'; message: string };

/** How many finished jobs' late requests are still answered: a warm process may go on with what it had begun. */
const KEPT_JOBS = 20;

/**
 * A worker thread that holds the app's code, as a warm process on the platform does. It runs one job at a time; a job
 * that times out or crashes takes the worker with it.
 */
export class AppWorker {
  private readonly worker: Worker;
  private readonly jobs = new Map<string, WorkerJob>();
  private finish: ((result: JobResult) => void) | null = null;
  isAlive = true;

  constructor(scriptPath: string, setup: WorkerSetup, memoryMb: number) {
    this.worker = new Worker(scriptPath, {
      workerData: setup,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    this.worker.on('message', (message: FromWorker) => this.receive(message));
    this.worker.on('error', (error) => this.die({ kind: 'crashed', message: error.message }));
    this.worker.on('exit', () => this.die({ kind: 'crashed', message: 'The process ended.' }));
    this.worker.unref();
  }

  run(job: WorkerJob): Promise<JobResult> {
    this.remember(job);
    const { invocationId, handler, handlerArguments, runtime, timeoutMs } = job;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.die({ kind: 'timedOut' }), timeoutMs);
      this.finish = (result) => {
        clearTimeout(timer);
        this.finish = null;
        resolve(result);
      };
      const argumentsJson = JSON.stringify(handlerArguments);
      this.send({ kind: 'invoke', invocationId, handler, argumentsJson, runtime, timeoutMs });
    });
  }

  tellTime(clock: ClockReading): void {
    this.send({ kind: 'clock', clock });
  }

  async stop(): Promise<void> {
    this.isAlive = false;
    await this.worker.terminate();
  }

  private remember(job: WorkerJob): void {
    this.jobs.set(job.invocationId, job);
    const [oldest] = this.jobs.keys();
    if (this.jobs.size > KEPT_JOBS && oldest !== undefined) this.jobs.delete(oldest);
  }

  private receive(message: FromWorker): void {
    if (message.kind === 'fetches') message.requests.forEach((numbered) => void this.answer(numbered));
    if (message.kind === 'log') this.jobs.get(message.invocationId)?.onLog(message.level, message.text);
    if (message.kind === 'returned') this.finish?.({ kind: 'returned', valueJson: message.valueJson });
    if (message.kind === 'threw') this.finish?.(message);
  }

  private async answer({ requestId, invocationId, request }: NumberedRequest): Promise<void> {
    const job = this.jobs.get(invocationId);
    const answer: WireAnswer = job === undefined ? { kind: 'lost' } : await job.onRequest(request);
    this.send({ kind: 'answer', requestId, answer });
  }

  private die(result: JobResult): void {
    if (this.isAlive) {
      this.isAlive = false;
      void this.worker.terminate();
    }
    this.finish?.(result);
  }

  private send(message: ToWorker): void {
    if (this.isAlive) this.worker.postMessage(message);
  }
}
