import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from './serverProcess';

describe('startServerProcess', () => {
  let folder: string;
  let logFile: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'server-process-'));
    logFile = join(folder, 'log');
  });

  afterEach(() => rm(folder, { recursive: true }));

  const start = (command: string, ...commandArguments: string[]) =>
    startServerProcess({ command, arguments: commandArguments, logFile });
  const startNode = (script: string) => start(process.execPath, '-e', script);

  it('gives the first line, logs the rest, and ends on demand', async () => {
    const server = startNode(
      'console.error("starting"); console.log("ready"); setInterval(() => {}, 1000)',
    );

    const line = await server.untilReady(async () => server.firstLine());
    await server.end();

    expect(line).toBe('ready');
    expect(await readFile(logFile, 'utf8')).toBe('starting\n');
    expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
  });

  it('tells why a server did not start', async () => {
    const server = startNode('console.error("port taken"); process.exit(7)');

    await expect(server.untilReady(async () => undefined)).rejects.toThrow(
      /it ended \(7\)\nport taken/,
    );
  });

  it('tells that there is no such program', async () => {
    const server = start(join(folder, 'missing'));

    await expect(server.untilReady(async () => undefined)).rejects.toThrow(
      'ENOENT',
    );
  });
});
