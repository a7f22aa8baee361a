import { changeDocument } from '../../src/app/document/change-document';
import type { DocumentChange, ProjectDocuments } from '../../src/app/ports/project-documents';
import { StoreFault, type StoreFaultKind } from '../../src/app/ports/store-fault';
import { openEvent, verifyChain, type StoredEvent } from '../../src/domain/audit/event-chain';
import { emptyDocument, type DocumentId, type ProjectDocument } from '../../src/domain/type/project-document';
import { sha256 } from '../support/handoff-world';

const ID: DocumentId = { projectId: '10', kind: 'guide', typeId: 't1' };

/** What happens to one write: whether it is stored although the caller hears of trouble, and who writes first. */
interface Mishap {
  readonly hears: StoreFaultKind;
  readonly isWritten?: boolean;
  readonly first?: () => Promise<unknown>;
}

/** One document's place as the port promises it: a write counts only over the version it was made for. */
class Place {
  document: ProjectDocument | null = null;
  readonly log: StoredEvent[] = [];
  readonly commits: DocumentChange[] = [];
  readonly mishaps: Mishap[] = [];

  readonly documents: ProjectDocuments = {
    find: () => Promise.resolve(this.document),
    findMany: () => Promise.resolve(this.document === null ? [] : [this.document]),
    begin: (id) => {
      if (this.document !== null) return Promise.reject(new StoreFault('conflict'));
      this.document = emptyDocument(id);
      return Promise.resolve();
    },
    commit: (change) => this.commit(change),
    listEvents: (_id, lastSeq, firstSeq = 1) => Promise.resolve(this.log.slice(firstSeq - 1, lastSeq)),
    commitErased: () => Promise.reject(new Error('nobody is erased here')),
  };

  save(text: string, version: number, actorId = 'u-priya') {
    const machine = {
      now: () => '2026-03-02T09:00:00.000Z',
      newId: () => 'id',
      newSalt: () => `salt of ${text}`,
      sha256,
      pause: () => Promise.resolve(),
    };
    const draft = { id: ID, actorId, version, content: { text }, note: null };
    return changeDocument({ documents: this.documents, machine }, draft);
  }

  /** Every content that was ever written, oldest first. */
  get history(): readonly unknown[] {
    return this.log.map((event) => (openEvent(event) as { content: unknown }).content);
  }

  private async commit(change: DocumentChange): Promise<void> {
    this.commits.push(change);
    const mishap = this.mishaps.shift();
    await mishap?.first?.();
    if (mishap !== undefined && mishap.isWritten !== true) throw new StoreFault(mishap.hears);
    if (change.document.version !== (this.document?.version ?? -1) + 1) throw new StoreFault('conflict');
    this.document = change.document;
    this.log.push(change.event);
    if (mishap !== undefined) throw new StoreFault(mishap.hears);
  }
}

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => {
  expect(verifyChain(place.log, sha256)).toEqual({ ok: true });
  expect(place.document?.hash ?? '').toBe(place.log.at(-1)?.hash ?? '');
  expect(place.document?.version ?? 0).toBe(place.log.length);
});

describe('writing a document', () => {
  it('adds its next version and a log that verifies, and reports whoever is named in it', async () => {
    await place.save('One', 0);
    const saved = await place.save('Two', 1);
    expect(saved).toMatchObject({ version: 2, content: { text: 'Two' }, savedBy: 'u-priya' });
    expect(place.document).toEqual(saved);
    expect(place.history).toEqual([{ text: 'One' }, { text: 'Two' }]);
    expect(place.commits.map(({ people }) => people.map(({ accountId }) => accountId))).toEqual([['u-priya'], ['u-priya']]);
  });

  it('over a version that is not the newest is CONFIG_CONFLICT, and nothing is written', async () => {
    await expect(place.save('Over what nobody wrote', 7)).rejects.toMatchObject({ code: 'CONFIG_CONFLICT' });
    expect(place.document).toBeNull();
    await place.save('One', 0);
    await expect(place.save('Over what I have not seen', 0)).rejects.toMatchObject({ code: 'CONFIG_CONFLICT' });
    expect(place.history).toEqual([{ text: 'One' }]);
  });

  it('that loses a race is CONFIG_CONFLICT, and what the other one wrote stands', async () => {
    place.mishaps.push({ hears: 'conflict', first: () => place.save('Theirs', 0, 'u-lena') });
    await expect(place.save('Mine', 0)).rejects.toMatchObject({ code: 'CONFIG_CONFLICT' });
    expect(place.document).toMatchObject({ version: 1, content: { text: 'Theirs' }, savedBy: 'u-lena' });
    await place.save('Mine', 1);
    expect(place.history).toEqual([{ text: 'Theirs' }, { text: 'Mine' }]);
  });

  it('two at once as the very first ones: one is written, the other is told', async () => {
    const outcomes = await Promise.allSettled([place.save('One', 0), place.save('Other', 0)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(place.log).toHaveLength(1);
  });

  it('too large to be stored is SETTINGS_TOO_LARGE before anything is touched', async () => {
    await expect(place.save('語'.repeat(22_000), 0)).rejects.toMatchObject({ code: 'SETTINGS_TOO_LARGE' });
    expect(place).toMatchObject({ document: null, log: [], commits: [] });
  });
});

describe('an answer that did not come', () => {
  it.each<StoreFaultKind>(['timeout', 'unavailable', 'throttled'])(
    '%s, and the write had happened: it is found there and not written twice',
    async (hears) => {
      place.mishaps.push({ hears, isWritten: true });
      expect(await place.save('Once', 0)).toEqual(place.document);
      expect(place.commits).toHaveLength(1);
      expect(place.history).toEqual([{ text: 'Once' }]);
    },
  );

  it('and the write had not happened: it is written again', async () => {
    place.mishaps.push({ hears: 'timeout' }, { hears: 'unavailable' });
    expect(await place.save('Third time', 0)).toMatchObject({ version: 1 });
    expect(place.commits).toHaveLength(3);
    expect(place.history).toEqual([{ text: 'Third time' }]);
  });

  it('and somebody else wrote meanwhile: CONFIG_CONFLICT, never over their version', async () => {
    place.mishaps.push({ hears: 'timeout', first: () => place.save('Theirs', 0, 'u-lena') });
    await expect(place.save('Mine', 0)).rejects.toMatchObject({ code: 'CONFIG_CONFLICT' });
    expect(place.history).toEqual([{ text: 'Theirs' }]);
  });

  it('time after time is STORAGE_BUSY; what can never succeed is not tried again', async () => {
    place.mishaps.push(...Array.from({ length: 4 }, () => ({ hears: 'unavailable' }) as const));
    await expect(place.save('Never', 0)).rejects.toMatchObject({ code: 'STORAGE_BUSY' });
    expect(place.commits).toHaveLength(4);
    place.mishaps.push({ hears: 'invalid' });
    await expect(place.save('Never', 0)).rejects.toMatchObject({ kind: 'invalid' });
    expect(place.commits).toHaveLength(5);
    expect(place.log).toEqual([]);
  });
});
