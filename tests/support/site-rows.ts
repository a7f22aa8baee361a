import Database from 'libsql';

import type { StoredEvent } from '../../src/domain/audit/event-chain';
import type { AppSite } from './app-site';

/** Looks into the file everything the site remembers lives in, beside the running site, and changes what no public door changes. */
export class SiteRows {
  private readonly connection: Database.Database;

  constructor(private readonly site: Pick<AppSite, 'databaseFile' | 'idle'>) {
    this.connection = new Database(site.databaseFile);
    this.connection.pragma('busy_timeout = 5000');
  }

  /** Everything the app has stored, as one text: two equal texts are one state. Instants of the store's own are left out. */
  stored(): string {
    return JSON.stringify(this.connection.prepare('SELECT entity, key, value FROM kvs_value ORDER BY entity, key').all());
  }

  /** Runs something that must be refused, and sees that nothing stored is other than before, late work included. */
  async unchanged<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    await this.site.idle();
    const before = this.stored();
    const answer = await act();
    await this.site.idle();
    expect(this.stored()).toBe(before);
    return answer;
  }

  /** What the app stored under an entity's key. */
  value(entity: string, key: string): Record<string, unknown> {
    const row = this.connection.prepare('SELECT value FROM kvs_value WHERE entity = ? AND key = ?').get(entity, key) as
      { value: string } | undefined;
    if (row === undefined) throw new Error(`nothing is stored under ${key}`);
    return JSON.parse(row.value) as Record<string, unknown>;
  }

  /** Events of one log or of several, oldest first: those whose key begins so, for example `e:c:10000:`. */
  events(prefix: string): readonly StoredEvent[] {
    const rows = this.connection.prepare("SELECT key, value FROM kvs_value WHERE entity = 'event-log' ORDER BY key").all() as {
      key: string;
      value: string;
    }[];
    return rows.filter(({ key }) => key.startsWith(prefix)).map(({ value }) => JSON.parse(value) as StoredEvent);
  }

  /** Puts another value there, as only a different version of the app could. */
  setValue(entity: string, key: string, value: unknown): void {
    this.connection.prepare('UPDATE kvs_value SET value = ? WHERE entity = ? AND key = ?').run(JSON.stringify(value), entity, key);
  }

  /** Keys of an entity, in order. */
  keys(entity: string): readonly string[] {
    return (this.connection.prepare('SELECT key FROM kvs_value WHERE entity = ? ORDER BY key').all(entity) as { key: string }[]).map(
      ({ key }) => key,
    );
  }

  /** Changes one document of Jira's, for example a project's role holders. */
  changeDocument<Body extends object>(kind: string, id: string, change: (body: Body) => Body): void {
    const row = this.connection.prepare('SELECT body FROM document WHERE kind = ? AND id = ?').get(kind, id) as
      { body: string } | undefined;
    if (row === undefined) throw new Error(`Jira has no ${kind} ${id}`);
    this.connection
      .prepare('UPDATE document SET body = ? WHERE kind = ? AND id = ?')
      .run(JSON.stringify(change(JSON.parse(row.body) as Body)), kind, id);
  }

  close(): void {
    this.connection.close();
  }
}
