import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

import Database from 'libsql';

/**
 * The one SQLite file everything the site remembers lives in.
 *
 * WAL with `synchronous = FULL`: a write that was answered is on disk, and a kill at any moment leaves the last
 * answered state. Statements are prepared once and kept.
 */
export class SiteDatabase {
  private readonly opened: Database.Database;
  private isClosed = false;
  private readonly statements = new Map<string, Database.Statement>();

  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.opened = new Database(path);
    this.opened.pragma('journal_mode = WAL');
    this.opened.pragma('synchronous = FULL');
    this.opened.exec(SCHEMA);
  }

  /** libsql ends the whole process when a closed database is touched, so late work meets an error of ours instead. */
  private get connection(): Database.Database {
    if (this.isClosed) throw new Error('The site is closed.');
    return this.opened;
  }

  /** Rows with their columns named as in the query; the caller knows what it asked for. */
  list(sql: string, ...parameters: unknown[]): unknown[] {
    return this.statement(sql).all(...parameters);
  }

  run(sql: string, ...parameters: unknown[]): void {
    this.statement(sql).run(...parameters);
  }

  /** Runs `work` in one transaction; inside another one it simply joins. A throw rolls everything back. */
  inTransaction<Result>(work: () => Result): Result {
    if (this.connection.inTransaction) return work();
    this.connection.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.connection.exec('COMMIT');
      return result;
    } catch (error) {
      this.connection.exec('ROLLBACK');
      throw error;
    }
  }

  /** Writes the whole state as one file, replacing a file of that name. */
  exportTo(path: string): void {
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    this.connection.prepare('VACUUM INTO ?').run(path);
  }

  /**
   * Replaces the whole state by that of an exported file, in one transaction.
   *
   * @throws {Error} when the file is missing or not an export of this program.
   */
  importFrom(path: string): void {
    if (!existsSync(path)) throw new Error(`There is no file ${path} to import.`);
    // A transaction locks attached files as well, so it is a copy of our own that is attached.
    const ownCopy = `${this.path}.import`;
    copyFileSync(path, ownCopy);
    this.connection.prepare('ATTACH ? AS source').run(ownCopy);
    try {
      this.inTransaction(() => {
        for (const table of TABLES) {
          this.connection.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM source.${table};`);
        }
      });
    } finally {
      this.connection.exec('DETACH source');
      for (const ending of ['', '-wal', '-shm']) rmSync(ownCopy + ending, { force: true });
    }
  }

  clear(): void {
    this.inTransaction(() => TABLES.forEach((table) => this.connection.exec(`DELETE FROM main.${table};`)));
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.statements.clear();
    this.opened.close();
  }

  private statement(sql: string): Database.Statement {
    const { connection } = this;
    const kept = this.statements.get(sql);
    if (kept !== undefined) return kept;
    const prepared = connection.prepare(sql);
    this.statements.set(sql, prepared);
    return prepared;
  }
}

const TABLES = ['document', 'kvs_value', 'kvs_index'];

/**
 * `document` holds what Jira and the event service remember; `kvs_value` the app's values (entity '' for plain keys);
 * `kvs_index` one row per value and index it belongs to. `sort_value` has no type affinity on purpose, so numbers
 * sort as numbers and texts by their UTF-8 bytes.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS document (
  kind TEXT NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL DEFAULT '', body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS document_by_parent ON document (kind, parent);
CREATE TABLE IF NOT EXISTS kvs_value (
  entity TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, expires_at INTEGER,
  PRIMARY KEY (entity, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS kvs_index (
  entity TEXT NOT NULL, index_name TEXT NOT NULL, partition TEXT NOT NULL, sort_value, key TEXT NOT NULL,
  PRIMARY KEY (entity, index_name, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS kvs_index_order ON kvs_index (entity, index_name, partition, sort_value, key);
CREATE INDEX IF NOT EXISTS kvs_index_by_key ON kvs_index (entity, key);
`;
