import path from 'node:path';

import { build } from 'esbuild';

const CLIENT_FOLDER = path.join(__dirname, 'client');

/** The browser scripts of the local Jira, as text. */
export interface ClientScripts {
  /** Runs in every page of the site. */
  readonly site: string;
  /** Runs first in every app page, in the app's iframe. */
  readonly globalBridge: string;
}

let scripts: Promise<ClientScripts> | undefined;

/** Bundles the browser scripts once per process; about a tenth of a second. */
export function getClientScripts(): Promise<ClientScripts> {
  scripts ??= bundleAll();
  return scripts;
}

async function bundleAll(): Promise<ClientScripts> {
  const [site, globalBridge] = await Promise.all([bundle('site.ts'), bundle('global-bridge.ts')]);
  return { site, globalBridge };
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [path.join(CLIENT_FOLDER, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`Bundling ${entry} gave no output.`);
  return output.text;
}
