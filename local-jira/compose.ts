import { LocalClock } from './clock/local-clock';
import { DemoRecorder } from './demo/demo-recorder';
import { CallLog } from './remote/call-log';
import { FaultList } from './remote/fault-list';
import { RemoteProxy } from './remote/remote-proxy';
import type { AppManifest } from './runtime/app-manifest';
import { AppRuntime } from './runtime/app-runtime';
import { Automation } from './services/automation/automation';
import { EventService } from './services/events/event-service';
import { makeEventsRoute } from './services/events/routes';
import { JiraService } from './services/jira/jira-service';
import { JiraState } from './services/jira/state/jira-state';
import { QueryLag } from './services/kvs/query-lag';
import { makeKvsService } from './services/kvs/routes';
import { ValueStore } from './services/kvs/value-store';
import { makePrivacyService } from './services/privacy/routes';
import { SiteDatabase } from './services/storage/site-database';
import type { Site } from './site';
import { AppBridge } from './site/app-bridge';
import { AppModules } from './site/app-modules';
import { LocalSite } from './site/local-site';
import { ModulePlaces } from './site/module-place';
import { makeValidatorRunner } from './site/run-validator';
import { SiteSettings } from './site/site-settings';
import { toSiteIdentity } from './site-identity';

/** What a local Jira is put together from. */
export interface ComposeOptions {
  databaseFile: string;
  manifest: AppManifest;
  backendFolder: string;
  workerScript: string;
  /** Read late, since ports may be chosen by the system. */
  urls: () => { siteUrl: string; staticUrl: string };
}

/** A local Jira without its HTTP servers. */
export interface LocalJiraParts {
  database: SiteDatabase;
  clock: LocalClock;
  settings: SiteSettings;
  calls: CallLog;
  faults: FaultList;
  queryLag: QueryLag;
  runtime: AppRuntime;
  automation: Automation;
  events: EventService;
  jira: JiraService;
  modules: AppModules;
  places: ModulePlaces;
  bridge: AppBridge;
  demo: DemoRecorder;
  site: Site;
  manifest: AppManifest;
  identity: ReturnType<typeof toSiteIdentity>;
  /** Takes over an exported state: clock, schedules and all. */
  importFrom: (file: string) => Promise<void>;
  /** Back to the demo data; faults, records and settings go too. Set by the one who knows the demo. */
  reset: () => Promise<void>;
  close: () => Promise<void>;
}

/** Name the app goes by on the site. */
const APP_NAME = 'Baton';

/** Wires services, runtime and site together; starts nothing but the database. */
export function composeLocalJira(options: ComposeOptions): LocalJiraParts {
  const { manifest, urls } = options;
  const identity = toSiteIdentity(manifest.appId, APP_NAME);
  const database = new SiteDatabase(options.databaseFile);
  const clock = new LocalClock(database);
  const settings = new SiteSettings(database);
  const license = (): { active: boolean } | undefined => settings.get().license ?? undefined;
  const calls = new CallLog();
  const faults = new FaultList();
  const values = new ValueStore(database, clock, manifest.entities);
  const queryLag = new QueryLag(values, clock);
  const isInstalled = (): boolean => settings.get().appInstalled;
  const automation: Automation = new Automation(() => jira.parts, database);
  const events = new EventService(database, clock, manifest, {
    cloudId: identity.cloudId,
    isLicensed: () => license()?.active !== false,
    isInstalled,
    listener: automation,
  });
  const state = new JiraState(database, clock);
  const modules = new AppModules(manifest, () => urls().staticUrl, isInstalled);
  // The validator runs on the runtime, whose calls end at Jira, which runs the validator: the knot is tied late.
  const jira: JiraService = new JiraService({
    state,
    events,
    runValidator: makeValidatorRunner(() => runtime, modules, settings),
    scopes: manifest.scopes,
    siteUrl: () => urls().siteUrl,
  });
  const proxy = new RemoteProxy(
    {
      kvs: makeKvsService(values, queryLag, clock, () => manifest.scopes.has('storage:app')),
      jira: jira.remoteService,
      events: makeEventsRoute(manifest, events),
      privacy: makePrivacyService(state, manifest.scopes),
    },
    faults,
    calls,
  );
  const runtime: AppRuntime = new AppRuntime({
    manifest,
    installation: { ...identity, license },
    proxy,
    clock,
    log: calls,
    files: options,
  });
  const places = new ModulePlaces(state, jira.parts.permissions, jira.parts.rules);
  const bridge = new AppBridge({ runtime, jira, modules, places, identity, siteUrl: () => urls().siteUrl, license });
  const demo = new DemoRecorder(database);
  bridge.onInvoke(({ functionKey, place, value }) => demo.noteInvoke(functionKey, place, value));
  const site = new LocalSite({ jira: jira.parts, events, bridge, modules, clock, manifest, identity, demo, urls });
  // Uninstalled, the app's storage is gone for it, and a later installation begins with none (platform: data lifecycle).
  settings.onChange((before, after) => {
    if (!before.appInstalled || after.appInstalled) return;
    events.forgetApp();
    values.clear();
  });
  const importFrom = async (file: string): Promise<void> => {
    await events.stop();
    database.importFrom(file);
    clock.reload();
    events.start(runtime);
  };
  const close = async (): Promise<void> => {
    await events.stop();
    await runtime.stop();
    proxy.stop();
    database.close();
  };
  return {
    database,
    clock,
    settings,
    calls,
    faults,
    queryLag,
    runtime,
    automation,
    events,
    jira,
    modules,
    places,
    bridge,
    demo,
    site,
    manifest,
    identity,
    importFrom,
    reset: () => Promise.resolve(),
    close,
  };
}
