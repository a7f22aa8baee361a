import { DocumentCollection } from '../services/storage/document-collection';
import type { SiteDatabase } from '../services/storage/site-database';

/** Switches of the platform a test or a curious person may turn; durable. */
export interface SettingValues {
  /** What the license object of an invocation says; `null` for none, as on sites that need no licence. */
  license: { active: boolean } | null;
  /** Whether a validator is told who moves the issue. Undocumented on the real platform, so off. */
  namesPrincipalToValidators: boolean;
  /** `false` takes the app off the site: no pages, no events, no storage, and its rules stop every move. */
  appInstalled: boolean;
  /** Whether a clone takes the app's read-only fields along. Undocumented on the real platform; `true` is the harder case. */
  clonesAppFields: boolean;
}

const DEFAULTS: SettingValues = { license: null, namesPrincipalToValidators: false, appInstalled: true, clonesAppFields: true };

/** The settings in force. */
export class SiteSettings {
  private readonly listeners: ((before: SettingValues, after: SettingValues) => void)[] = [];
  private readonly documents: DocumentCollection<SettingValues>;

  constructor(database: SiteDatabase) {
    this.documents = new DocumentCollection(database, 'setting');
  }

  onChange(listener: (before: SettingValues, after: SettingValues) => void): void {
    this.listeners.push(listener);
  }

  get(): SettingValues {
    return { ...DEFAULTS, ...this.documents.find('site') };
  }

  /**
   * Changes the settings given and leaves the others.
   *
   * @throws {TypeError} for a value that makes no sense.
   */
  change(change: Partial<SettingValues>): SettingValues {
    const next = { ...this.get(), ...change };
    const { license, ...switches } = next;
    if (license !== null && typeof license.active !== 'boolean') throw new TypeError('license is null or {"active": true or false}.');
    for (const [name, value] of Object.entries(switches)) {
      if (!Object.hasOwn(DEFAULTS, name) || typeof value !== 'boolean')
        throw new TypeError(`${Object.keys(switches).join(', ')}: each is a known switch and true or false.`);
    }
    const before = this.get();
    this.documents.put('site', next);
    for (const listener of this.listeners) listener(before, next);
    return next;
  }
}
