import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { build } from 'esbuild';

import { startLocalJira, type RunningLocalJira } from '../../local-jira/start-local-jira';

const SOURCE = join(__dirname, 'bridge-app');
const PROJECT = resolve(__dirname, '..', '..');

/** A local Jira around the app whose page only calls the bridge; on free ports and a folder of its own. */
export async function startBridgeApp(): Promise<RunningLocalJira> {
  const folder = await mkdtemp(join(tmpdir(), 'bridge-app-'));
  const appFolder = join(folder, 'app');
  await mkdir(appFolder);
  await cp(SOURCE, appFolder, { recursive: true });
  await symlink(join(PROJECT, 'node_modules'), join(appFolder, 'node_modules'));
  await build({
    entryPoints: [join(appFolder, 'page.ts')],
    outfile: join(appFolder, 'static', 'page.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const running = await startLocalJira({
    port: 0,
    dataFolder: join(folder, 'data'),
    plan: { appFolder, buildFolder: join(folder, 'build') },
  });
  const close = async (): Promise<void> => {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...running, close };
}
