import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import Database from 'libsql';

import type { PanelRecord, WorkflowRecord } from '../../local-jira/services/jira/state/records';
import type { ConfigEntity } from '../../src/forge/kvs-config-reader';
import type { RecordEntity, RowEntity } from '../../src/forge/kvs-record-store';
import { needsMirror } from '../../src/app/record/build-change';
import { toMirrorValue } from '../../src/app/record/mirror-value';
import { toTypeRef, type StoredRecord } from '../../src/app/record/stored-record';
import { openEvent, verifyChain, type StoredEvent } from '../../src/domain/audit/event-chain';
import type { GateView } from '../../src/domain/gate/projection';
import { toGateRoutes } from '../../src/domain/gate/to-gate-routes';
import { toGateView } from '../../src/domain/gate/to-gate-view';
import type { LoggedEvent } from '../../src/domain/handoff/event';
import { replay } from '../../src/domain/handoff/evolve';
import { toHandoffRow } from '../../src/domain/handoff/to-handoff-row';
import type { MonthDigest } from '../../src/domain/metrics/month-digest';
import type { PersonSettings } from '../../src/app/ports/screen-store';
import type { ProjectDocument } from '../../src/domain/type/project-document';
import { brokenInvariants } from './handoff-invariants';

/** A mail the site took, as far as notifications are judged. */
export interface SentMail {
  readonly issueKey: string | null;
  readonly toIds: readonly string[];
  readonly subject: string;
  readonly fromApp: boolean;
}

/** A stored document beside a type. */
interface DocumentEntity {
  readonly version: number;
  readonly body: ProjectDocument;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Everything a site has stored, read past the app and past the site's own code. */
export class StoredState {
  private readonly connection: Database.Database;

  constructor(databaseFile: string) {
    this.connection = new Database(databaseFile);
  }

  close(): void {
    this.connection.close();
  }

  /** `ok`, or what SQLite finds broken. */
  integrity(): string {
    const [row] = this.connection.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    return row?.integrity_check ?? 'no answer';
  }

  values<Value>(entity: string): ReadonlyMap<string, Value> {
    const rows = this.connection.prepare('SELECT key, value FROM kvs_value WHERE entity = ?').all(entity) as {
      key: string;
      value: string;
    }[];
    return new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as Value]));
  }

  documents(kind: string): readonly unknown[] {
    const rows = this.connection.prepare('SELECT body FROM document WHERE kind = ? ORDER BY length(id), id').all(kind) as {
      body: string;
    }[];
    return rows.map(({ body }) => JSON.parse(body) as unknown);
  }

  mailsAbout(issueKey: string): readonly SentMail[] {
    return (this.documents('mail') as SentMail[]).filter((mail) => mail.fromApp && mail.issueKey === issueKey);
  }

  /** Loses every projection the gate reads, as a store restored from an old copy would. */
  forgetProjections(): void {
    this.connection.exec("DELETE FROM kvs_value WHERE entity IN ('gate-view', 'gate-routes')");
  }

  /** Loses what every month came to, in the same way. */
  forgetNumbers(): void {
    this.connection.exec("DELETE FROM kvs_value WHERE entity = 'month-summary'");
  }

  records(): readonly StoredRecord[] {
    return [...this.values<RecordEntity>('issue-record').values()].map(({ rev, body: { schema: _schema, ...body } }) => ({ rev, ...body }));
  }

  /** The status Jira has a work item in. */
  statusOf(issueId: string): string | null {
    return (this.documents('issue') as { id: string; statusId: string }[]).find(({ id }) => id === issueId)?.statusId ?? null;
  }

  /** What the two read-only fields of a work item say. */
  fieldsOf(issueId: string): { readonly state: string; readonly receiverId: string | null } {
    const idOf = (moduleKey: string): string =>
      (this.documents('field') as { id: string; moduleKey: string }[]).find((field) => field.moduleKey === moduleKey)?.id ?? '';
    const issue = (this.documents('issue') as { id: string; fields: Record<string, unknown> }[]).find(({ id }) => id === issueId);
    const state = issue?.fields[idOf('handoff-state')] ?? null;
    const receiver = issue?.fields[idOf('handoff-receiver')] ?? null;
    return { state: typeof state === 'string' ? state : '', receiverId: (receiver as { accountId: string } | null)?.accountId ?? null };
  }
}

/**
 * What stored state breaks, in words; empty when record, log, projections and configuration agree. Holds after every transaction, so also
 * in the middle of trouble.
 */
export function brokenLaws(state: StoredState): string[] {
  const broken: string[] = [];
  const hold = (isHeld: boolean, what: string): void => {
    if (!isHeld) broken.push(what);
  };
  const events = state.values<StoredEvent>('event-log');
  const views = state.values<{ issueId: string; body: GateView }>('gate-view');
  const rows = state.values<RowEntity>('handoff-row');
  const rounds = state.values<{ digest: string }>('handoff-round');
  for (const stored of state.records()) {
    const { record, chains, seen } = stored;
    if (stored.rev === 0) continue;
    const log: LoggedEvent[] = [];
    for (const [handoffId, { seq, hash }] of Object.entries(chains)) {
      const chain = chainOf(events, `e:${handoffId}:`);
      const verdict = verifyChain(chain, sha256);
      hold(verdict.ok, `the chain of ${handoffId} verifies: ${JSON.stringify(verdict)}`);
      hold(chain.length === seq, `${handoffId} has ${String(seq)} events, ${String(chain.length)} are stored`);
      hold(hash === '' || chain.at(-1)?.hash === hash, `the record knows the head of ${handoffId}`);
      log.push(...chain.map((event) => openEvent(event) as LoggedEvent));
    }
    log.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
    for (const what of brokenInvariants(record, log)) hold(false, what);
    const isAllLogged = record.handoffs.every(({ unlogged }) => Object.keys(unlogged).length === 0);
    if (isAllLogged)
      hold(
        isDeepStrictEqual(plain(replay(record.issueId, record.projectId, log)), plain(record)),
        `the log of ${record.issueId} rebuilds its record`,
      );
    const view = toGateView(record, seen, (typeId, version) => stored.types[toTypeRef(typeId, version)] ?? null);
    hold(
      isDeepStrictEqual(views.get(`k:${seen.issueKey}`)?.body, plain(view)),
      `the gate's view of ${seen.issueKey} agrees with the record`,
    );
    hold(
      [...views].every(([key, { issueId }]) => issueId !== record.issueId || key === `k:${seen.issueKey}`),
      `${seen.issueKey} has one gate view`,
    );
    for (const { handoffId, state: liveState } of [...record.handoffs, ...record.ended]) {
      const row = rows.get(`w:${handoffId}`);
      const wanted = toHandoffRow(record, handoffId, row === undefined ? null : { handoffId, ...row });
      // Saves of a draft write no row: what it shows of its text is as old as its last other event.
      const shown = (each: typeof wanted) => [
        each.state,
        each.openIn,
        each.waitsFor,
        each.senderId,
        each.cohortMonth,
        each.issueId,
        each.projectId,
        liveState === 'DRAFT' ? null : each.facts,
      ];
      hold(
        row !== undefined && isDeepStrictEqual(plain(shown({ handoffId, ...row })), plain(shown(wanted))),
        `the row of ${handoffId} agrees with the record`,
      );
    }
    for (const { handoffId, attempt } of stored.rounds)
      hold(rounds.has(`r:${handoffId}:${String(attempt)}`), `round ${String(attempt)} of ${handoffId} is stored`);
    for (const { handoffId, attempt, offer } of record.handoffs) {
      hold(
        offer === null || rounds.get(`r:${handoffId}:${String(attempt)}`)?.digest === offer.digest,
        `the round of ${handoffId} is what was offered`,
      );
    }
  }
  checkConfigs(state, events, hold);
  for (const [key, { version, body }] of state.values<DocumentEntity>('project-document')) {
    const chain = chainOf(events, key.replace('b:', 'e:d:') + ':');
    hold(verifyChain(chain, sha256).ok, `the chain of ${key} verifies`);
    hold(chain.length === version && (chain.at(-1)?.hash ?? '') === body.hash, `${key} knows the head of its chain`);
  }
  return broken;
}

function checkConfigs(state: StoredState, events: ReadonlyMap<string, StoredEvent>, hold: (isHeld: boolean, what: string) => void): void {
  const versions = state.values('type-version');
  const routes = [...state.values<{ projectId: string; body: unknown }>('gate-routes').values()];
  for (const [key, { rev, body }] of state.values<ConfigEntity>('project-config')) {
    const projectId = key.slice(2);
    if (rev === 0) continue;
    const chain = chainOf(events, `e:c:${projectId}:`);
    hold(verifyChain(chain, sha256).ok, `the chain of project ${projectId} verifies`);
    hold(chain.length === body.chain.seq && chain.at(-1)?.hash === body.chain.hash, `project ${projectId} knows the head of its chain`);
    const route = routes.find((each) => each.projectId === projectId);
    hold(
      isDeepStrictEqual(plain(route?.body), plain(toGateRoutes(body, projectId))),
      `the gate's routes of project ${projectId} agree with its configuration`,
    );
    for (const { current } of body.types)
      hold(
        versions.has(`t:${projectId}:${current.typeId}:${String(current.version)}`),
        `version ${String(current.version)} of ${current.typeId} is stored`,
      );
  }
}

function chainOf(events: ReadonlyMap<string, StoredEvent>, prefix: string): StoredEvent[] {
  return [...events].flatMap(([key, event]) => (key.startsWith(prefix) ? [event] : [])).sort((left, right) => left.seq - right.seq);
}

/** What has not reached Jira although everything had time to: fields, notices left pending, mails sent twice or claimed without being sent. */
export function brokenDeliveries(state: StoredState): string[] {
  const broken: string[] = [];
  for (const stored of state.records()) {
    const { issueId } = stored.record;
    const { issueKey } = stored.seen;
    if (needsMirror(stored)) broken.push(`${issueKey}: the fields still owe ${JSON.stringify(toMirrorValue(stored))}`);
    const written = stored.outbox.mirror ?? { state: '', receiverId: null };
    if (!isDeepStrictEqual(state.fieldsOf(issueId), plain(written)))
      broken.push(`${issueKey}: the fields say ${JSON.stringify(state.fieldsOf(issueId))}, the record believes ${JSON.stringify(written)}`);
    const mails = state.mailsAbout(issueKey);
    for (const [handoffId, notice] of Object.entries(stored.outbox.notices)) {
      if (notice.state === 'pending') broken.push(`${handoffId}: the notice is still pending`);
      const isReminder = notice.kind === 'reminder';
      const sent = mails.filter(({ toIds, subject }) => toIds.includes(notice.to) && subject.includes('still waits') === isReminder);
      if (sent.length > 1) broken.push(`${handoffId}: ${String(sent.length)} notices for one`);
      if (notice.state === 'sent' && sent.length === 0) broken.push(`${handoffId}: said to be sent, and was not`);
    }
  }
  return broken;
}

/** The value as JSON would carry it. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

/**
 * What was decided about a work item, without instants, random ids, hashes and paths: equal for two runs of the same story. What only
 * counts refusals of the gate is left out, since it may be lost.
 */
export function storyOf(state: StoredState, issueId: string): unknown {
  const stored = state.records().find(({ record }) => record.issueId === issueId && record.issueId !== '');
  if (stored === undefined || stored.rev === 0) return null;
  const { record, chains } = stored;
  const events = state.values<StoredEvent>('event-log');
  return {
    handoffs: record.handoffs.map(
      ({ handoffId, state: at, attempt, sender, receiver, items, note, offer, questions, returns, acceptance, rating, teamNotes }) => ({
        handoffId,
        at,
        attempt,
        sender: sender.value,
        receiver: receiver?.value ?? null,
        items: Object.entries(items).map(([id, { value, version }]) => [id, value, version]),
        note: Object.entries(note).map(([id, { value, version }]) => [id, value, version]),
        offer: offer === null ? null : [offer.receiver, offer.takenBy, offer.remindedAt !== null],
        questions: questions.map(({ text, answer }) => [text, answer?.text ?? null]),
        returns: returns.map(({ reason, itemIds }) => [reason, itemIds]),
        acceptance: acceptance === null ? null : [acceptance.by, acceptance.nextStep],
        rating: rating === null ? null : [rating.value, rating.comment],
        notes: teamNotes.map(({ text }) => text),
      }),
    ),
    ended: record.ended.map(({ handoffId, state: at, reason, rating }) => [handoffId, at, reason, rating?.value ?? null]),
    log: Object.fromEntries(
      Object.keys(chains).map((handoffId) => [
        handoffId,
        chainOf(events, `e:${handoffId}:`)
          .map((event) => (event.body as { type: string }).type)
          .filter((type) => !type.startsWith('gate.')),
      ]),
    ),
  };
}

/** The same for a project's settings, and what people keep of their own working time. */
export function settingsStoryOf(state: StoredState): unknown {
  // A starter's page follows the type it belongs to and may come later.
  const documents = [...state.values<DocumentEntity>('project-document').values()].flatMap(({ version, body: { kind } }) =>
    version <= (kind === 'guide' ? 1 : 0) ? [] : [[kind, version]],
  );
  const configs = [...state.values<ConfigEntity>('project-config')].flatMap(([key, { rev, body }]) =>
    rev === 0
      ? []
      : [[key, body.on, body.types.map(({ current: { typeId: _typeId, ...type }, switches }) => [type, switches]), body.chain.seq]],
  );
  const ownTimes = [...state.values<{ readonly body: PersonSettings }>('person-settings').values()].flatMap(({ body }) => body.work ?? []);
  return [...configs, ...documents, ...ownTimes];
}

/** The same for what Jira admins decide about the whole site: which rules are off, and where the panel is pinned. */
export function siteStoryOf(state: StoredState): unknown {
  const workflows = state.documents('workflow') as readonly WorkflowRecord[];
  const rules = workflows.flatMap(({ transitions }) => transitions.flatMap(({ validators }) => validators));
  const panels = state.documents('panel') as readonly PanelRecord[];
  return { off: rules.flatMap(({ id, disabled }) => (disabled ? [id] : [])), pinned: panels.flatMap(({ projectId }) => projectId ?? []) };
}

/** The same for the numbers of months: how many handoffs each knows. */
export function numbersStoryOf(state: StoredState): unknown {
  const months = state.values<{ readonly body: { readonly digest?: MonthDigest } }>('month-summary');
  return [...months].flatMap(([key, { body }]) => (body.digest === undefined ? [] : [[key, body.digest.offered]]));
}
