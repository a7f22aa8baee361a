import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { startLocalJira } from './start-local-jira';

const USAGE = `npm start -- [--port 8080] [--data .local-jira] [--reset]

  --port   where the site is served; the app's pages are served on the next one
  --data   folder the site's state is kept in
  --reset  start over with the demo data`;

interface Arguments {
  port: number;
  dataFolder: string;
  reset: boolean;
}

/** @throws {Error} with a sentence for the person at the keyboard. */
function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      data: { type: 'string', default: '.local-jira' },
      reset: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port must be a whole number from 0 to 65535, not "${values.port}".`);
  if (values.data.trim() === '') throw new Error('--data must name a folder.');
  return { port, dataFolder: resolve(values.data), reset: values.reset };
}

/** One clear line, and how to go on, for what people run into. */
function explain(error: unknown, port: number): string {
  const { code, message, path } = error as { code?: string; message?: string; path?: string };
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop what uses it, or choose another one: npm start -- --port ${port + 10}`;
  if (code === 'EACCES') return `Port ${port} may not be used by this account. Choose one above 1023: npm start -- --port 8080`;
  if (code === 'EEXIST' || code === 'ENOTDIR') return `--data must name a folder, and ${path ?? 'what it names'} is none.`;
  return message ?? String(error);
}

async function main(): Promise<void> {
  let given: Arguments;
  try {
    given = readArguments();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  try {
    const jira = await startLocalJira({ ...given, say: (line) => console.log(line) });
    let isStopping = false;
    const stop = (): void => {
      if (isStopping) process.exit(1);
      isStopping = true;
      void jira.close().then(() => process.exit(0));
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    console.log(`\nLocal Jira is ready: ${jira.url}\n\nStop it with Ctrl+C; everything is kept in ${given.dataFolder}.`);
  } catch (error) {
    console.error(explain(error, given.port));
    process.exitCode = 1;
  }
}

void main();
