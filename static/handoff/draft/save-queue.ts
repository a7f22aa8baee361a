import type { EditAnswer } from '../../../src/contract/handoff-screen';
import type { DraftChange } from '../../../src/domain/handoff/command';
import type { Entry } from '../../../src/domain/handoff/handoff';
import { CallFailure } from '../../kit/bridge/call-failure';
import { sameValue, toChange, versionOf, type FieldKey, type FieldValue } from './field';

/** What the queue needs of the outside. */
export interface SaveQueueOutside {
  /** Saves fields of one handoff in one call; throws `CallFailure`. */
  readonly save: (typeId: string, changes: readonly DraftChange[]) => Promise<EditAnswer>;
  readonly onSaved: (answer: EditAnswer) => void;
  /** Runs something later; gives a function that cancels it. */
  readonly later: (run: () => void, delayMs: number) => () => void;
}

/** How long typing must rest before it is saved: design.md 5 asks for a second at least. */
export const SAVE_DELAY_MS = 1_000;

/** A value that is not stored yet. */
export interface LocalValue {
  readonly typeId: string;
  readonly field: FieldKey;
  readonly value: FieldValue;
  /** The version the writer saw when they began. */
  readonly basedOn: number;
  /** What was last sent; undefined while nothing was. Tells our own lost answer from somebody else's change. */
  readonly sent: FieldValue | undefined;
  /** What stands there instead, when somebody else was first; undefined without a conflict. */
  readonly conflict: Entry<unknown> | null | undefined;
}

/** A picture of the queue for drawing; a new object after every change. */
export interface SaveState {
  readonly status: 'untouched' | 'waiting' | 'saving' | 'saved' | 'failed';
  /** What the last save threw; null unless `failed`. */
  readonly error: unknown;
  readonly local: ReadonlyMap<string, LocalValue>;
}

/** Names a field among all handoffs of a work item. */
export function fieldId(typeId: string, field: FieldKey): string {
  return `${typeId} ${field}`;
}

/**
 * Saves what people enter, one call at a time for the whole work item: text after a second of rest, choices at once, everything
 * that waits for one handoff in one call. Keeps what failed until it is saved, and holds back what somebody else
 * changed meanwhile until the writer has decided (domain.md 4.7).
 */
export class SaveQueue {
  private readonly local = new Map<string, LocalValue>();
  private readonly listeners = new Set<() => void>();
  private running: Promise<void> | null = null;
  private cancelTimer: (() => void) | null = null;
  private state: SaveState = { status: 'untouched', error: null, local: new Map() };

  constructor(private readonly outside: SaveQueueOutside) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): SaveState => this.state;

  /** Takes a new value. `basedOn` counts only for the first of several values that wait for the same field. */
  put(change: { typeId: string; field: FieldKey; value: FieldValue; basedOn: number }, when: 'soon' | 'now'): void {
    const key = fieldId(change.typeId, change.field);
    const waiting = this.local.get(key);
    this.local.set(key, {
      ...change,
      basedOn: waiting?.basedOn ?? change.basedOn,
      sent: waiting?.sent,
      conflict: waiting?.conflict,
    });
    this.show(this.running === null ? 'waiting' : 'saving');
    if (when === 'now') void this.flush();
    else this.restartTimer();
  }

  /** Saves everything that waits; true when nothing is left unsaved. */
  async flush(): Promise<boolean> {
    this.stopTimer();
    this.running ??= this.drain().finally(() => {
      this.running = null;
    });
    await this.running;
    return this.local.size === 0;
  }

  /** The writer's own text stands: it is saved over what somebody else entered. */
  keepMine(typeId: string, field: FieldKey): void {
    const key = fieldId(typeId, field);
    const waiting = this.local.get(key);
    if (waiting?.conflict === undefined) return;
    this.local.set(key, { ...waiting, basedOn: waiting.conflict?.version ?? 0, conflict: undefined });
    void this.flush();
  }

  /** The other's text stands: the writer's own is dropped. */
  keepTheirs(typeId: string, field: FieldKey): void {
    this.local.delete(fieldId(typeId, field));
    this.show(this.local.size === 0 ? 'saved' : this.state.status);
  }

  private async drain(): Promise<void> {
    for (let batch = this.nextBatch(); batch.length > 0; batch = this.nextBatch()) {
      this.show('saving');
      const sent = batch.map((value) => ({ ...value, sent: value.value }));
      for (const value of sent) this.local.set(fieldId(value.typeId, value.field), value);
      try {
        this.settle(
          sent,
          await this.outside.save(
            typeOf(batch),
            batch.map((one) => toChange(one.field, one.value, one.basedOn)),
          ),
        );
      } catch (thrown) {
        if (this.takeConflicts(sent, thrown)) continue;
        this.show('failed', thrown);
        return;
      }
    }
    const held = this.local.size > 0;
    this.show(held ? 'failed' : 'saved', held ? new CallFailure({ code: 'VERSION_CONFLICT' }) : null);
  }

  /** Everything of one handoff that may be sent. */
  private nextBatch(): readonly LocalValue[] {
    const ready = [...this.local.values()].filter((value) => value.conflict === undefined);
    return ready.filter((value) => value.typeId === ready[0]?.typeId);
  }

  private settle(sent: readonly LocalValue[], answer: EditAnswer): void {
    for (const value of sent) {
      const key = fieldId(value.typeId, value.field);
      const now = this.local.get(key);
      if (now === undefined) continue;
      if (sameValue(now.value, value.value)) this.local.delete(key);
      else this.local.set(key, { ...now, basedOn: versionOf(answer.handoff, value.field) });
    }
    this.outside.onSaved(answer);
  }

  /** Notes which fields somebody else changed. True when sending again can get further. */
  private takeConflicts(sent: readonly LocalValue[], thrown: unknown): boolean {
    const conflicts = CallFailure.of(thrown).detail?.conflicts ?? [];
    let moved = false;
    for (const value of sent) {
      const conflict = conflicts.find((one) => one.field === value.field);
      const key = fieldId(value.typeId, value.field);
      const now = this.local.get(key);
      if (conflict === undefined || now === undefined) continue;
      moved = true;
      const { current } = conflict;
      // Our own save whose answer got lost, or both wrote the same: nothing to decide.
      if (sameValue(current?.value ?? null, value.value)) this.local.set(key, { ...now, basedOn: current?.version ?? 0 });
      else this.local.set(key, { ...now, conflict: current });
    }
    return moved;
  }

  private restartTimer(): void {
    this.stopTimer();
    this.cancelTimer = this.outside.later(() => void this.flush(), SAVE_DELAY_MS);
  }

  private stopTimer(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
  }

  private show(status: SaveState['status'], error: unknown = null): void {
    this.state = { status, error, local: new Map(this.local) };
    for (const listener of this.listeners) listener();
  }
}

function typeOf(batch: readonly LocalValue[]): string {
  const [first] = batch;
  if (first === undefined) throw new Error('An empty batch is never sent.');
  return first.typeId;
}
