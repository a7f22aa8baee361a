import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { build as bundle } from 'esbuild';

import { hashFiles } from './building/hash-files';
import { withLock } from './building/with-lock';
import { checkManifest } from './building/check-manifest';
import { readAppManifest } from './runtime/app-manifest';

/** Where an app's sources are and where its build goes; both absolute. */
export interface BuildPlan {
  appFolder: string;
  buildFolder: string;
}

/** What a build left behind. */
export interface BuiltApp {
  /** Holds one bundle for every file the manifest's handlers name, as the platform makes them, and the app's texts. */
  backendFolder: string;
  /** The script worker threads run. */
  workerScript: string;
  /** Changes whenever the backend does. */
  backendHash: string;
}

export const PROJECT_FOLDER = resolve(__dirname, '..');

/** This project's own app. */
export const OWN_APP: BuildPlan = { appFolder: PROJECT_FOLDER, buildFolder: join(PROJECT_FOLDER, 'build') };

/** What the hash of a part is made of: changing any of it makes the part stale. */
const COMMON_INPUTS = [join(PROJECT_FOLDER, 'package-lock.json'), join(PROJECT_FOLDER, 'tsconfig.json')];

const run = promisify(execFile);

/**
 * Builds what is stale: front ends with Vite, backend with esbuild, the worker script of the local Jira. What has
 * not changed since its last build is left alone, so a second start is quick. Safe to run in several processes.
 *
 * @throws {Error} with the tool's output when a part does not build or the manifest is not valid.
 */
export async function buildApp(plan: BuildPlan, say: (line: string) => void = () => undefined): Promise<BuiltApp> {
  mkdirSync(plan.buildFolder, { recursive: true });
  return withLock(join(plan.buildFolder, '.lock'), async () => {
    const stamps = new Stamps(join(plan.buildFolder, '.stamps.json'));
    const backendFolder = join(plan.buildFolder, 'backend');
    const workerScript = join(plan.buildFolder, 'local-jira', 'worker.cjs');
    const source = join(plan.appFolder, 'src');
    const manifestFile = join(plan.appFolder, 'manifest.yml');
    const backendHash = hashFiles([source, manifestFile, ...COMMON_INPUTS]);
    const frontEnd = join(plan.appFolder, 'static', 'vite.config.mts');
    const frontEndHash = hashFiles([join(plan.appFolder, 'static'), join(source, 'contract'), join(source, 'domain'), ...COMMON_INPUTS]);
    const workerHash = hashFiles([join(__dirname, 'runtime'), join(__dirname, 'clock'), ...COMMON_INPUTS]);
    await Promise.all([
      stamps.buildIfStale('backend', backendHash, join(backendFolder, '__LOCALES__'), async () => {
        say('Building the backend …');
        const files = listHandlerFiles(plan.appFolder);
        await Promise.all(files.map((file) => bundleNode(join(source, `${file}.ts`), join(backendFolder, `${file}.js`))));
        writeTexts(plan.appFolder, backendFolder);
      }),
      stamps.buildIfStale('worker', workerHash, workerScript, () =>
        bundleNode(join(__dirname, 'runtime', 'worker-entry.ts'), workerScript),
      ),
      existsSync(frontEnd)
        ? stamps.buildIfStale('static', frontEndHash, join(plan.buildFolder, 'static'), async () => {
            say('Building the front ends …');
            await runVite(frontEnd);
          })
        : undefined,
    ]);
    await stamps.buildIfStale('manifest', `${backendHash} ${frontEndHash}`, manifestFile, () => checkManifest(manifestFile));
    return { backendFolder, workerScript, backendHash };
  });
}

async function bundleNode(entry: string, outfile: string): Promise<void> {
  const fresh = `${outfile}.${process.pid}.tmp`;
  await bundle({
    entryPoints: [entry],
    outfile: fresh,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    logLevel: 'silent',
  });
  renameSync(fresh, outfile);
}

async function runVite(configFile: string): Promise<void> {
  const vite = join(PROJECT_FOLDER, 'node_modules', 'vite', 'bin', 'vite.js');
  try {
    // Started from a test, NODE_ENV would be `test`, and React's development build would go into what is deployed.
    const env = { ...process.env, NODE_ENV: 'production' };
    await run(process.execPath, [vite, 'build', '-c', configFile, '--logLevel', 'error'], { cwd: PROJECT_FOLDER, env });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The front ends do not build.\n${stdout}${stderr}`);
  }
}

/** Names of the files that hold the manifest's handlers. Each is bundled by itself, as Forge's own bundler does it. */
export function listHandlerFiles(appFolder: string): readonly string[] {
  return [...new Set(readAppManifest(appFolder).functions.map(({ handler }) => handler.split('.')[0] ?? ''))];
}

/** Puts the app's texts where `i18n` of @forge/api looks for them. */
function writeTexts(appFolder: string, backendFolder: string): void {
  const manifest = readAppManifest(appFolder);
  const folder = join(backendFolder, '__LOCALES__');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of listLocaleFiles(manifest)) writeFileSync(join(folder, name), content);
}

/** The files the platform makes of the manifest's translations: an overview and one per language. */
export function listLocaleFiles(manifest: ReturnType<typeof readAppManifest>): Map<string, string> {
  const config = { locales: manifest.localeFiles.map(({ locale }) => locale), fallback: { default: manifest.defaultLocale } };
  return new Map([
    ['i18n-info.json', JSON.stringify({ config })],
    ...manifest.localeFiles.map(({ locale, path }) => [`${locale}.json`, readFileSync(path, 'utf8')] as const),
  ]);
}

/** Remembers the hash every part was last built from. */
class Stamps {
  private readonly stamps: Record<string, string>;

  constructor(private readonly path: string) {
    this.stamps = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {};
  }

  async buildIfStale(part: string, hash: string, output: string, build: () => Promise<void>): Promise<void> {
    if (this.stamps[part] === hash && existsSync(output)) return;
    await build();
    this.stamps[part] = hash;
    writeFileSync(this.path, JSON.stringify(this.stamps, null, 2));
  }
}

if (require.main === module) {
  buildApp(OWN_APP, (line) => console.log(line)).then(
    () => console.log('Built.'),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
