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
    return this.select('kind = ? AND id = ?', this.kind, id)[0] ?? null;
  }

  /** @throws {Error} when there is none: a document another one points to must exist. */
  get(id: string): Body {
    const body = this.find(id);
    if (body === null) throw new Error(`The local Jira has no ${this.kind} ${id}.`);
    return body;
  }

  /** All of them in the order of their ids, numbers by value. */
  list(): Body[] {
    return this.select('kind = ? ORDER BY length(id), id', this.kind);
  }

  listOf(parent: string): Body[] {
    return this.select('kind = ? AND parent = ? ORDER BY length(id), id', this.kind, parent);
  }

  put(id: string, body: Body, parent = ''): void {
    this.database.run(
      'INSERT OR REPLACE INTO document (kind, id, parent, body) VALUES (?, ?, ?, ?)',
      this.kind,
      id,
      parent,
      JSON.stringify(body),
    );
  }

  delete(id: string): void {
    this.database.run('DELETE FROM document WHERE kind = ? AND id = ?', this.kind, id);
  }

  private select(where: string, ...parameters: string[]): Body[] {
    const rows = this.database.list(`SELECT body FROM document WHERE ${where}`, ...parameters) as { body: string }[];
    return rows.map(({ body }) => JSON.parse(body) as Body);
  }
}
