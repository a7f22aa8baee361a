import { DocumentCollection } from '../services/storage/document-collection';
import type { SiteDatabase } from '../services/storage/site-database';

/** What a worker needs to tell the same time as the site. */
export interface ClockReading {
  /** Local time minus real time, in ms; used while the clock runs. */
  offsetMs: number;
  /** Epoch ms the clock stands still at, or `null` while it runs. */
  frozenAtMs: number | null;
}

/**
 * The site's time: real time plus an offset, or standing still. Survives a restart, so a site that was taken a month
 * ahead stays there.
 */
export class LocalClock {
  private readonly documents: DocumentCollection<ClockReading>;
  private readonly listeners = new Set<(reading: ClockReading) => void>();
  private state: ClockReading;

  constructor(database: SiteDatabase) {
    this.documents = new DocumentCollection(database, 'clock');
    this.state = this.documents.find('site') ?? RUNNING_ON_TIME;
  }

  nowMs(): number {
    return this.state.frozenAtMs ?? Date.now() + this.state.offsetMs;
  }

  now(): string {
    return new Date(this.nowMs()).toISOString();
  }

  reading(): ClockReading {
    return { ...this.state };
  }

  /** @param byMs how far to go forward; going back is refused, since stored instants would lie in the future. */
  advance(byMs: number): void {
    if (!Number.isFinite(byMs) || byMs < 0) throw new RangeError('advanceMs must be a number of ms from 0 up.');
    const { offsetMs, frozenAtMs } = this.state;
    this.change(frozenAtMs === null ? { offsetMs: offsetMs + byMs, frozenAtMs } : { offsetMs, frozenAtMs: frozenAtMs + byMs });
  }

  freeze(atMs: number): void {
    if (!Number.isFinite(atMs)) throw new RangeError('freeze must be an ISO 8601 instant.');
    this.change({ offsetMs: this.state.offsetMs, frozenAtMs: atMs });
  }

  /** Lets the clock run on from where it stands. */
  resume(): void {
    if (this.state.frozenAtMs === null) return;
    this.change({ offsetMs: this.state.frozenAtMs - Date.now(), frozenAtMs: null });
  }

  /** Makes the site tell the real time again, wherever it stood. */
  setToRealTime(): void {
    this.change(RUNNING_ON_TIME);
  }

  /** Reads the state again after an import or reset replaced it. */
  reload(): void {
    this.state = this.documents.find('site') ?? RUNNING_ON_TIME;
    this.announce();
  }

  /** @returns a function that stops the listening. */
  onChange(listener: (reading: ClockReading) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private change(next: ClockReading): void {
    this.state = next;
    this.documents.put('site', next);
    this.announce();
  }

  private announce(): void {
    for (const listener of this.listeners) listener(this.reading());
  }
}

const RUNNING_ON_TIME: ClockReading = { offsetMs: 0, frozenAtMs: null };
