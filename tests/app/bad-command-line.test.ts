import { spawn } from 'node:child_process';

describe('the command line', () => {
  function run(args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
    return new Promise((done) => {
      const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'local-jira/cli.ts', ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 30_000,
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.once('exit', (code) => done({ code, said }));
    });
  }

  it('says what is wrong and how it is used, without a stack, and starts nothing', async () => {
    const table: readonly (readonly [string[], number, RegExp])[] = [
      [['--port', 'abc'], 2, /--port must be a whole number/u],
      [['--port='], 2, /--port must be a whole number/u],
      [['--port', '70000'], 2, /--port must be a whole number/u],
      [['--data='], 2, /--data must name a folder/u],
      [['--unknown'], 2, /--unknown/u],
      [['surplus'], 2, /surplus/u],
    ];
    for (let at = 0; at < table.length; at += 2) {
      await Promise.all(
        table.slice(at, at + 2).map(async ([args, code, message]) => {
          const answer = await run(args);
          expect([args, answer.code]).toEqual([args, code]);
          expect(answer.said).toMatch(message);
          expect(answer.said).not.toMatch(/^\s+at /mu);
          if (code === 2) expect(answer.said).toContain('npm start -- [--port 8080]');
        }),
      );
    }
  }, 180_000);
});
