import type { LocalClock } from '../../clock/local-clock';
import type { Change, StoredValue, ValueStore } from './value-store';

/**
 * Lets queries see the store as it was a while ago: the platform's queries are eventually consistent, its gets are
 * not. The lag is measured on the site's clock, so a frozen clock keeps queries stale until it is advanced.
 */
export class QueryLag {
  /** Ms queries are behind; 0 means they see the present. */
  lagMs = 0;
  private changes: Change[] = [];

  constructor(
    store: ValueStore,
    private readonly clock: LocalClock,
  ) {
    store.onChange((change) => {
      if (this.lagMs > 0) this.changes.push(change);
    });
  }

  isBehind(): boolean {
    this.forgetOld();
    return this.changes.length > 0;
  }

  /** @param present all present values of the entity; the answer is what they were a lag ago. */
  view(entity: string, present: StoredValue[]): StoredValue[] {
    this.forgetOld();
    const values = new Map(present.map((stored) => [stored.key, stored]));
    for (const change of [...this.changes].reverse()) {
      if (change.entity !== entity) continue;
      if (change.before === null) values.delete(change.key);
      else values.set(change.key, change.before);
    }
    return [...values.values()].sort((left, right) => (left.key < right.key ? -1 : 1));
  }

  private forgetOld(): void {
    const seenFrom = this.clock.nowMs() - this.lagMs;
    this.changes = this.lagMs === 0 ? [] : this.changes.filter(({ atMs }) => atMs > seenFrom);
  }
}
