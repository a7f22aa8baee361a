import { startLocalJira } from '../../local-jira/start-local-jira';

/**
 * A local Jira in a process of its own, to be killed: `{dataFolder} {appFolder} {buildFolder}`.
 * Its first line is its address.
 */
async function main(): Promise<void> {
  const [dataFolder = '', appFolder = '', buildFolder = ''] = process.argv.slice(2);
  const { url } = await startLocalJira({ port: 0, dataFolder, plan: { appFolder, buildFolder } });
  process.stdout.write(`${url}\n`);
}

void main();
