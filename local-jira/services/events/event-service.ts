import type { LocalClock } from '../../clock/local-clock';
import type { AppManifest, AppModule } from '../../runtime/app-manifest';
import type { AppRuntime, FunctionResult } from '../../runtime/app-runtime';
import type { ProductEvent, ProductEventSink } from '../jira/state/product-event';
import { DocumentCollection } from '../storage/document-collection';
import { IdSequence } from '../storage/id-sequence';
import type { SiteDatabase } from '../storage/site-database';
import { parseRetryRequest, type Delivery, type RetryRequest } from './delivery';
import {
  FIRST_BACKOFF_MS,
  FIRST_RUN_AFTER_MS,
  INTERVAL_MS,
  MAX_CATCH_UP_RUNS,
  MAX_PARALLEL_DELIVERIES,
  MAX_PRODUCT_EVENT_BYTES,
  MAX_RETRY_AFTER_MS,
  MAX_TRIGGER_RETRIES,
  RETENTION_MS,
} from './limits';

/** Something of the site itself that hears product events, each at least once. */
export interface EventListener {
  wants: (event: ProductEvent) => boolean;
  handle: (event: ProductEvent) => Promise<void>;
}

/** Longest real time between two looks at the clock, in ms. */
const LOOK_EVERY_MS = 30_000;

interface ScheduleState {
  nextAtMs: number;
}

/**
 * Hands product events, queued events and schedules to the app, driven by the site's clock.
 *
 * What is still to be delivered is stored, so a kill loses nothing; a delivery interrupted by one happens again, as
 * the platform promises "at least once".
 */
export class EventService implements ProductEventSink {
  private readonly deliveries: DocumentCollection<Delivery>;
  private readonly schedules: DocumentCollection<ScheduleState>;
  private readonly ids: IdSequence;
  private readonly running = new Map<string, Promise<void>>();
  private runtime: AppRuntime | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopListening: () => void = () => undefined;

  constructor(
    database: SiteDatabase,
    private readonly clock: LocalClock,
    private readonly manifest: AppManifest,
    private readonly site: { cloudId: string; isLicensed: () => boolean; isInstalled: () => boolean; listener: EventListener },
  ) {
    this.deliveries = new DocumentCollection(database, 'delivery');
    this.schedules = new DocumentCollection(database, 'schedule');
    this.ids = new IdSequence(database);
  }

  /** Begins to deliver; schedules the manifest has gained start now. */
  start(runtime: AppRuntime): void {
    this.runtime = runtime;
    this.plan();
    this.stopListening = this.clock.onChange(() => this.look());
    this.look();
  }

  async stop(): Promise<void> {
    this.runtime = null;
    this.stopListening();
    if (this.timer !== null) clearTimeout(this.timer);
    await Promise.allSettled(this.running.values());
  }

  /** Sets up schedules that have no next run yet: at the first start and after a reset. */
  plan(): void {
    for (const { key } of this.modulesOf('scheduledTrigger')) {
      if (this.schedules.find(key) === null) this.schedules.put(key, { nextAtMs: this.clock.nowMs() + FIRST_RUN_AFTER_MS });
    }
  }

  /** Forgets the schedules' next runs and counts anew from now, for a state taken at another time. */
  replan(): void {
    for (const { key } of this.modulesOf('scheduledTrigger')) this.schedules.delete(key);
    this.plan();
  }

  publish(event: ProductEvent, { reachesApps } = { reachesApps: true }): void {
    if (this.site.listener.wants(event))
      this.enqueue({ kind: 'site', moduleKey: '', functionKey: '', event, delayMs: 0, concurrency: null });
    if (reachesApps && this.site.isInstalled()) this.publishToApp(event);
  }

  /** Drops what is still to be delivered to the app: it is not there any more. */
  forgetApp(): void {
    for (const { id, kind } of this.deliveries.list()) if (kind !== 'site') this.deliveries.delete(id);
  }

  private publishToApp(event: ProductEvent): void {
    if (Buffer.byteLength(JSON.stringify(event)) > MAX_PRODUCT_EVENT_BYTES) return;
    for (const trigger of this.modulesOf('trigger')) {
      const { events, filter, function: functionKey } = trigger.raw as { events?: string[]; filter?: TriggerFilter; function?: string };
      if (functionKey === undefined || events?.includes(event.eventType) !== true) continue;
      if (filter?.ignoreSelf === true && event.selfGenerated) continue;
      if (filter?.appIsLicensed === true && !this.site.isLicensed()) continue;
      this.enqueue({ kind: 'trigger', moduleKey: trigger.key, functionKey, event, delayMs: 0, concurrency: null });
    }
  }

  /** Stores something to deliver; joins a transaction that is under way. */
  enqueue(item: Pick<Delivery, 'kind' | 'moduleKey' | 'functionKey' | 'event' | 'concurrency'> & { delayMs: number }): void {
    const { delayMs, ...rest } = item;
    const nowMs = this.clock.nowMs();
    const id = this.ids.next('delivery', 1);
    const delivery: Delivery = { ...rest, id, enqueuedAtMs: nowMs, dueAtMs: nowMs + delayMs, retries: 0, retryReason: '', retryData: null };
    this.deliveries.put(id, delivery);
    setImmediate(() => this.look());
  }

  /** Resolves once nothing is due and nothing runs, twice in a row with a breath between. */
  async idle(): Promise<void> {
    let quietLooks = 0;
    while (quietLooks < 2) {
      this.look();
      quietLooks = this.running.size === 0 && !this.hasDueWork() ? quietLooks + 1 : 0;
      await Promise.race([...this.running.values(), new Promise((resolve) => setTimeout(resolve, 15))]);
    }
  }

  private hasDueWork(): boolean {
    const nowMs = this.clock.nowMs();
    return (
      this.deliveries.list().some(({ dueAtMs }) => dueAtMs <= nowMs) ||
      this.modulesOf('scheduledTrigger').some(({ key }) => (this.schedules.find(key)?.nextAtMs ?? Infinity) <= nowMs)
    );
  }

  /** Starts what is due and sets the timer for what comes next. */
  private look(): void {
    if (this.runtime === null) return;
    const nowMs = this.clock.nowMs();
    for (const module of this.modulesOf('scheduledTrigger')) this.startSchedule(module, nowMs);
    for (const delivery of this.deliveries.list()) {
      if (delivery.dueAtMs <= nowMs && this.mayRun(delivery)) this.track(`delivery ${delivery.id}`, this.deliver(delivery));
    }
    this.setTimer(nowMs);
  }

  private mayRun({ id, concurrency }: Delivery): boolean {
    if (this.running.size >= MAX_PARALLEL_DELIVERIES || this.running.has(`delivery ${id}`)) return false;
    if (concurrency === null) return true;
    const sameKey = [...this.running.keys()].filter((name) => {
      const other = this.deliveries.find(name.replace('delivery ', ''));
      return other?.concurrency?.key === concurrency.key;
    });
    return sameKey.length < concurrency.limit;
  }

  private setTimer(nowMs: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    if (this.clock.reading().frozenAtMs !== null) return;
    const instants = [
      ...this.deliveries
        .list()
        .filter(({ id }) => !this.running.has(`delivery ${id}`))
        .map(({ dueAtMs }) => dueAtMs),
      ...this.modulesOf('scheduledTrigger').map(({ key }) => this.schedules.find(key)?.nextAtMs ?? Infinity),
    ];
    const waitMs = Math.min(LOOK_EVERY_MS, Math.max(50, Math.min(...instants, Infinity) - nowMs));
    this.timer = setTimeout(() => this.look(), waitMs);
    this.timer.unref();
  }

  private track(name: string, work: Promise<void>): void {
    const settled = work
      .catch((error: unknown) => console.error(`The local Jira failed in ${name}:`, error))
      .finally(() => {
        this.running.delete(name);
        this.look();
      });
    this.running.set(name, settled);
  }

  private startSchedule(module: AppModule, nowMs: number): void {
    const name = `schedule ${module.key}`;
    const nextAtMs = this.schedules.find(module.key)?.nextAtMs ?? Infinity;
    if (nextAtMs > nowMs || this.running.has(name)) return;
    const intervalMs = INTERVAL_MS[String(module.raw['interval'])] ?? INTERVAL_MS['hour'] ?? 3_600_000;
    const missed = 1 + Math.floor((nowMs - nextAtMs) / intervalMs);
    this.schedules.put(module.key, { nextAtMs: nextAtMs + missed * intervalMs });
    this.track(name, this.runSchedule(module, Math.min(missed, MAX_CATCH_UP_RUNS)));
  }

  private async runSchedule(module: AppModule, runs: number): Promise<void> {
    const { filter, function: functionKey } = module.raw as { filter?: TriggerFilter; function?: string };
    if (functionKey === undefined || !this.site.isInstalled() || (filter?.appIsLicensed === true && !this.site.isLicensed())) return;
    const event = { context: { cloudId: this.site.cloudId, moduleKey: module.key }, contextToken: 'local' };
    for (let run = 0; run < runs && this.runtime !== null; run += 1) {
      await this.runtime.invoke({ functionKey, moduleKey: module.key, event, accountId: null, isBackground: true, depth: 0 });
    }
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const { runtime } = this;
    if (runtime === null) return;
    if (delivery.kind === 'site') {
      await this.site.listener.handle(delivery.event as ProductEvent).finally(() => this.deliveries.delete(delivery.id));
      return;
    }
    const result = await runtime.invoke({
      functionKey: delivery.functionKey,
      moduleKey: delivery.moduleKey,
      event: this.toEvent(delivery),
      accountId: null,
      isBackground: delivery.kind === 'queue',
      depth: 0,
    });
    // A site that is being shut down keeps the delivery for its next start.
    if (this.runtime === null) return;
    const next = this.nextTry(delivery, result);
    if (next === null) this.deliveries.delete(delivery.id);
    else this.deliveries.put(delivery.id, next);
  }

  private toEvent({ event, kind, retries, retryReason, retryData, enqueuedAtMs }: Delivery): Record<string, unknown> {
    if (retries === 0) return event;
    const retentionWindow = {
      startTime: new Date(enqueuedAtMs).toISOString(),
      remainingTimeMs: Math.max(0, enqueuedAtMs + RETENTION_MS - this.clock.nowMs()),
    };
    const retryContext = { retryCount: retries, retryReason, retryData, ...(kind === 'queue' ? { retentionWindow } : {}) };
    return { ...event, retryContext };
  }

  /** `null` when it is done: delivered, or out of tries. */
  private nextTry(delivery: Delivery, result: FunctionResult): Delivery | null {
    const request = toRetryRequest(delivery, result);
    if (request === null) return null;
    const retries = delivery.retries + 1;
    const waitMs = Math.min(MAX_RETRY_AFTER_MS, request.retryAfterMs ?? FIRST_BACKOFF_MS * 2 ** delivery.retries);
    const dueAtMs = this.clock.nowMs() + waitMs;
    const isOver = delivery.kind === 'trigger' ? retries > MAX_TRIGGER_RETRIES : dueAtMs > delivery.enqueuedAtMs + RETENTION_MS;
    return isOver ? null : { ...delivery, retries, dueAtMs, retryReason: request.reason, retryData: request.data };
  }

  private modulesOf(type: string): AppModule[] {
    return this.manifest.modules.filter((module) => module.type === type);
  }
}

interface TriggerFilter {
  ignoreSelf?: boolean;
  appIsLicensed?: boolean;
}

/** A failed consumer is tried again by the platform; a failed trigger only when its function asks for it. */
function toRetryRequest({ kind }: Delivery, result: FunctionResult): RetryRequest | null {
  if (result.ok) return parseRetryRequest(result.value);
  if (kind === 'trigger') return null;
  const reason = result.reason === 'timedOut' ? 'FUNCTION_TIME_OUT' : 'FUNCTION_RETRY_REQUEST';
  return { retryAfterMs: null, reason, data: null };
}
