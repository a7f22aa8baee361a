import type { ClockReading } from '../clock/local-clock';
import { AppWorker, type JobResult, type WorkerJob } from './app-worker';
import { MAX_WORKERS_PER_DEPTH } from './limits';

/**
 * Warm workers, reused in the order they became free.
 *
 * An invocation that waits for another one (a function that moves an issue, whose validator is a function too) runs
 * one level deeper. Each level has its own small quota, so a level only ever waits for deeper ones and nothing can
 * wait for itself.
 */
export class WorkerPool {
  private idle: AppWorker[] = [];
  private readonly all = new Set<AppWorker>();
  private readonly runningAtDepth = new Map<number, number>();
  private readonly queues = new Map<number, (() => void)[]>();

  constructor(private readonly startWorker: () => AppWorker) {}

  async run(depth: number, job: WorkerJob): Promise<JobResult> {
    await this.enter(depth);
    const worker = this.take();
    try {
      return await worker.run(job);
    } finally {
      if (worker.isAlive) this.idle.push(worker);
      else this.all.delete(worker);
      this.leave(depth);
    }
  }

  tellTime(clock: ClockReading): void {
    for (const worker of this.all) worker.tellTime(clock);
  }

  /** Ends every worker; running jobs end as crashed. */
  async stop(): Promise<void> {
    const workers = [...this.all];
    this.all.clear();
    this.idle = [];
    await Promise.all(workers.map((worker) => worker.stop()));
  }

  private take(): AppWorker {
    const warm = this.idle.pop();
    if (warm?.isAlive === true) return warm;
    const fresh = this.startWorker();
    this.all.add(fresh);
    return fresh;
  }

  private async enter(depth: number): Promise<void> {
    const running = this.runningAtDepth.get(depth) ?? 0;
    if (running < MAX_WORKERS_PER_DEPTH) {
      this.runningAtDepth.set(depth, running + 1);
      return;
    }
    await new Promise<void>((resolve) => {
      const queue = this.queues.get(depth) ?? [];
      queue.push(resolve);
      this.queues.set(depth, queue);
    });
  }

  /** Hands the place on to the next in line, or gives it back. */
  private leave(depth: number): void {
    const next = this.queues.get(depth)?.shift();
    if (next !== undefined) next();
    else this.runningAtDepth.set(depth, (this.runningAtDepth.get(depth) ?? 1) - 1);
  }
}
