import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ManifestSchema } from '@forge/manifest';
import { parse } from 'yaml';

/** A module of the manifest with the properties the local Jira looks at. */
export interface AppModule {
  type: string;
  key: string;
  title: string;
  description: string;
  /** `resource:…` or a URL; `null` without one. */
  icon: string | null;
  /** `resource` or `resource/entry`; `null` for modules without a page. */
  resource: string | null;
  resolverFunction: string | null;
  raw: Record<string, unknown>;
}

interface AppFunction {
  key: string;
  handler: string;
  timeoutSeconds: number | null;
}

export interface EntityIndex {
  name: string;
  partition: string[];
  range: string[];
}

export interface EntityType {
  name: string;
  attributes: Record<string, 'string' | 'integer' | 'float' | 'boolean' | 'any'>;
  indexes: EntityIndex[];
}

interface AppResource {
  key: string;
  /** Absolute folder. */
  folder: string;
  entries: Record<string, string>;
}

/** The manifest as the local Jira uses it. */
export interface AppManifest {
  appId: string;
  memoryMb: number;
  isLicensingEnabled: boolean;
  modules: AppModule[];
  functions: AppFunction[];
  entities: EntityType[];
  resources: AppResource[];
  scopes: Set<string>;
  localeFiles: { locale: string; path: string }[];
  defaultLocale: string;
  translate: (value: unknown) => string;
}

type Entry = Record<string, unknown>;

/**
 * Reads `manifest.yml` of an app folder. Its validity is the build's business; here a missing part counts as empty.
 *
 * @throws {Error} when the file is missing or no YAML.
 */
export function readAppManifest(appFolder: string): AppManifest {
  const manifest = parse(readFileSync(join(appFolder, 'manifest.yml'), 'utf8')) as ManifestSchema & Entry;
  const translations = toEntry(manifest.translations);
  const localeFiles = toEntries(translations['resources']).map((resource) => ({
    locale: toText(resource['key']),
    path: join(appFolder, toText(resource['path'])),
  }));
  const defaultLocale = toText(toEntry(translations['fallback'])['default']) || 'en-US';
  const translate = makeTranslate(localeFiles.find(({ locale }) => locale === defaultLocale)?.path ?? null);
  const app = toEntry(manifest.app);
  return {
    appId: toText(app['id']),
    memoryMb: Number(toEntry(app['runtime'])['memoryMB'] ?? 512),
    isLicensingEnabled: toEntry(app['licensing'])['enabled'] === true,
    modules: toModules(toEntry(manifest.modules), translate),
    functions: toEntries(toEntry(manifest.modules)['function']).map(toFunction),
    entities: toEntries(toEntry(app['storage'])['entities']).map(toEntityType),
    resources: toEntries(manifest.resources).map((resource) => ({
      key: toText(resource['key']),
      folder: join(appFolder, toText(resource['path'])),
      entries: toEntry(resource['entry']) as Record<string, string>,
    })),
    scopes: new Set(toScopes(toEntry(manifest.permissions)['scopes'])),
    localeFiles,
    defaultLocale,
    translate,
  };
}

function toModules(modules: Entry, translate: (value: unknown) => string): AppModule[] {
  return Object.entries(modules)
    .filter(([type]) => type !== 'function')
    .flatMap(([type, entries]) =>
      toEntries(entries).map((raw) => ({
        type,
        key: toText(raw['key']),
        title: translate(raw['title'] ?? raw['name']),
        description: translate(raw['description']),
        icon: toText(raw['icon']) || null,
        resource: toText(raw['resource']) || null,
        resolverFunction: toText(toEntry(raw['resolver'])['function']) || null,
        raw,
      })),
    );
}

function toFunction(raw: Entry): AppFunction {
  const timeoutSeconds = raw['timeoutSeconds'];
  return {
    key: toText(raw['key']),
    handler: toText(raw['handler']),
    timeoutSeconds: typeof timeoutSeconds === 'number' ? timeoutSeconds : null,
  };
}

function toEntityType(raw: Entry): EntityType {
  const attributes = Object.entries(toEntry(raw['attributes'])).map(([name, attribute]) => [name, toEntry(attribute)['type']]);
  return {
    name: toText(raw['name']),
    attributes: Object.fromEntries(attributes) as EntityType['attributes'],
    indexes: (Array.isArray(raw['indexes']) ? (raw['indexes'] as unknown[]) : []).map(toIndex),
  };
}

/** A bare name stands for an index over the attribute of that name. */
function toIndex(raw: unknown): EntityIndex {
  if (typeof raw === 'string') return { name: raw, partition: [], range: [raw] };
  const entry = toEntry(raw);
  return { name: toText(entry['name']), partition: toTexts(entry['partition']), range: toTexts(entry['range']) };
}

function toScopes(scopes: unknown): string[] {
  return Array.isArray(scopes) ? scopes.map(String) : Object.keys(toEntry(scopes));
}

function makeTranslate(localePath: string | null): (value: unknown) => string {
  const texts = localePath === null ? {} : (JSON.parse(readFileSync(localePath, 'utf8')) as Entry);
  return (value) => {
    const key = toText(toEntry(value)['i18n']);
    return key === '' ? toText(value) : (findText(texts, key) ?? key);
  };
}

/** Locale files may be flat (`"a.b"`) or nested (`{a: {b}}`). */
function findText(texts: Entry, key: string): string | null {
  const flat = texts[key];
  if (typeof flat === 'string') return flat;
  const nested = key.split('.').reduce<unknown>((inner, part) => toEntry(inner)[part], texts);
  return typeof nested === 'string' ? nested : null;
}

function toEntry(value: unknown): Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entry) : {};
}

function toEntries(value: unknown): Entry[] {
  return Array.isArray(value) ? value.map(toEntry) : [];
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(toText) : [];
}
