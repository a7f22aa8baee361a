import { DocumentCollection } from './document-collection';
import type { SiteDatabase } from './site-database';

/** Hands out rising numeric ids per name, durable like everything else; callers never see two alike. */
export class IdSequence {
  private readonly counters: DocumentCollection<{ last: number }>;

  constructor(database: SiteDatabase) {
    this.counters = new DocumentCollection(database, 'counter');
  }

  /** @param first the id given out first, for names that start where Jira's usually do (10000). */
  next(name: string, first = 10_000): string {
    const last = this.counters.find(name)?.last ?? first - 1;
    this.counters.put(name, { last: last + 1 });
    return String(last + 1);
  }

  /** Makes sure later ids of this name lie above `id`, after seeding with fixed ones. */
  raiseTo(name: string, id: number): void {
    const last = this.counters.find(name)?.last ?? 0;
    if (id > last) this.counters.put(name, { last: id });
  }
}
