import { DocumentCollection } from '../services/storage/document-collection';
import type { SiteDatabase } from '../services/storage/site-database';

/** Switches of the platform a test or a curious person may turn; durable. */
export interface SettingValues {
  /** What the license object of an invocation says; `null` for none, as on sites that need no licence. */
  license: { active: boolean } | null;
  /** Whether a validator is told who moves the issue. Undocumented on the real platform, so off. */
  namesPrincipalToValidators: boolean;
}

const DEFAULTS: SettingValues = { license: null, namesPrincipalToValidators: false };

/** The settings in force. */
export class SiteSettings {
  private readonly documents: DocumentCollection<SettingValues>;

  constructor(database: SiteDatabase) {
    this.documents = new DocumentCollection(database, 'setting');
  }

  get(): SettingValues {
    return this.documents.find('site') ?? DEFAULTS;
  }

  /**
   * Changes the settings given and leaves the others.
   *
   * @throws {TypeError} for a value that makes no sense.
   */
  change(change: Partial<SettingValues>): SettingValues {
    const next = { ...this.get(), ...change };
    const { license, namesPrincipalToValidators } = next;
    if (license !== null && typeof license.active !== 'boolean') throw new TypeError('license is null or {"active": true or false}.');
    if (typeof namesPrincipalToValidators !== 'boolean') throw new TypeError('namesPrincipalToValidators is true or false.');
    this.documents.put('site', next);
    return next;
  }
}
