import type { SiteDatabase } from './site-database';

/**
 * Typed door to the documents of one kind. Reads always go to the database, so there is no cache to go stale when a
 * transaction rolls back or a state is imported.
 */
export class DocumentCollection<Body extends object> {
  constructor(
    private readonly database: SiteDatabase,
    private readonly kind: string,
  ) {}

  find(id: string): Body | null {
    const row = this.database.find<{ body: string }>('SELECT body FROM document WHERE kind = ? AND id = ?', this.kind, id);
    return row === null ? null : this.parse(row.body);
  }

  /** @throws {Error} when there is none: a document another one points to must exist. */
  get(id: string): Body {
    const body = this.find(id);
    if (body === null) throw new Error(`The local Jira has no ${this.kind} ${id}.`);
    return body;
  }

  /** All of them in the order of their ids, numbers by value. */
  list(): Body[] {
    return this.database
      .list<{ body: string }>('SELECT body FROM document WHERE kind = ? ORDER BY length(id), id', this.kind)
      .map((row) => this.parse(row.body));
  }

  listOf(parent: string): Body[] {
    return this.database
      .list<{ body: string }>(
        'SELECT body FROM document WHERE kind = ? AND parent = ? ORDER BY length(id), id', this.kind, parent,
      )
      .map((row) => this.parse(row.body));
  }

  put(id: string, body: Body, parent = ''): void {
    this.database.run(
      'INSERT OR REPLACE INTO document (kind, id, parent, body) VALUES (?, ?, ?, ?)',
      this.kind, id, parent, JSON.stringify(body),
    );
  }

  delete(id: string): void {
    this.database.run('DELETE FROM document WHERE kind = ? AND id = ?', this.kind, id);
  }

  private parse(body: string): Body {
    return JSON.parse(body) as Body;
  }
}
