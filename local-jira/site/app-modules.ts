import type { AppManifest, AppModule } from '../runtime/app-manifest';
import type { ModuleCard } from '../site';

/** The modules of the manifest as pages of the site show them; none while the app is uninstalled. */
export class AppModules {
  constructor(
    private readonly manifest: AppManifest,
    private readonly staticUrl: () => string,
    private readonly isInstalled: () => boolean,
  ) {}

  list(type: string): AppModule[] {
    return this.isInstalled() ? this.manifest.modules.filter((module) => module.type === type) : [];
  }

  find(moduleKey: string): AppModule | null {
    if (!this.isInstalled()) return null;
    return this.manifest.modules.find(({ key }) => key === moduleKey) ?? null;
  }

  toCard(module: AppModule): ModuleCard {
    return { moduleKey: module.key, type: module.type, title: module.title, iconUrl: this.toIconUrl(module.icon) };
  }

  /**
   * The page of a module on the static origin.
   *
   * @param page which page of a workflow rule or a gadget, whose view is its own page; ignored for other modules.
   * @returns `null` for modules without a page.
   */
  findPageUrl(module: AppModule, page?: 'create' | 'edit' | 'view'): string | null {
    const rulePage = page === undefined ? undefined : (module.raw[page] as { resource?: string } | undefined);
    const reference = rulePage?.resource ?? module.resource;
    if (reference === null) return null;
    const [resourceKey = '', entry] = reference.split('/');
    const resource = this.manifest.resources.find(({ key }) => key === resourceKey);
    if (resource === undefined) return null;
    const file = entry === undefined ? 'index.html' : resource.entries[entry];
    return file === undefined ? null : `${this.staticUrl()}/${resourceKey}/${file}`;
  }

  /** `resource:key;path` or an address. */
  private toIconUrl(icon: string | null): string | null {
    const match = icon === null ? null : /^resource:([^;]+);(.+)$/.exec(icon);
    return match === null ? icon : `${this.staticUrl()}/${match[1]}/${match[2]}`;
  }
}
