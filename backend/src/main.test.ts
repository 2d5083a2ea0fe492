import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { request } from 'undici';
import { broker } from './__testUtils__/objects';
import { startTestMesh, type TestMesh } from './__testUtils__/startTestMesh';

jest.setTimeout(60_000);

const workspace = join(__dirname, '..');

/** Builds the bundle as package.json says, into another file. */
async function build(outfile: string): Promise<void> {
  const manifest = await readFile(join(workspace, 'package.json'), 'utf8');
  const command = `${
    JSON.parse(manifest).scripts.build
  } --outfile="${outfile}"`;
  const bin = join(workspace, '..', 'node_modules', '.bin');
  await promisify(execFile)('sh', ['-c', command], {
    cwd: workspace,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
}

/** A process of the service, and everything that it writes. */
function start(nodeArguments: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, nodeArguments, {
    cwd: workspace,
    env: { ...process.env, ...env },
  });
  let output = '';
  const written = new Promise<string>(resolve => {
    const collect = (data: Buffer) => {
      output += data;
      const url = /listens on (http:\/\/[\w.:]+)/.exec(output)?.[1];
      if (url) {
        resolve(url);
      }
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
  });
  const ended = once(child, 'close').then(([code]) => ({ code, output }));
  return {
    ended,
    kill: () => child.kill('SIGTERM'),
    untilListening: () =>
      Promise.race([
        written,
        ended.then(() => {
          throw new Error(`the process has ended: ${output}`);
        }),
      ]),
  };
}

describe('the process', () => {
  let mesh: TestMesh;
  let folder: string;
  const commands: Record<string, string[]> = {
    'from source': [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/main.ts',
    ],
  };

  beforeAll(async () => {
    mesh = await startTestMesh({ objects: [broker('shop/default')] });
    folder = await mkdtemp(join(tmpdir(), 'eventmesh-backend-bundle-'));
    const bundle = join(folder, 'main.mjs');
    await build(bundle);
    commands['as one file'] = [bundle];
  });
  afterAll(async () => {
    await mesh.close();
    await rm(folder, { recursive: true });
  });

  it.each(['from source', 'as one file'])(
    'runs %s: starts, answers, ends, and writes no token',
    async how => {
      const { untilListening, kill, ended } = start(commands[how], {
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'debug',
        KUBERNETES_API_URL: mesh.kubernetes.url,
        KUBERNETES_CA_FILE: mesh.kubernetes.caFile,
      });
      const url = await untilListening();
      const statuses: number[] = [];
      for (const authorization of [
        'Bearer admin',
        'Bearer wrong-token',
        'Bearer malformed token',
        'Basic malformed-token',
      ]) {
        const answer = await request(`${url}/v1/getEventMesh`, {
          headers: { authorization },
        });
        await answer.body.dump();
        statuses.push(answer.statusCode);
      }
      kill();
      const { code, output } = await ended;
      expect(statuses).toEqual([200, 401, 401, 401]);
      expect(code).toBe(0);
      expect(
        output
          .trim()
          .split('\n')
          .map(line => JSON.parse(line).msg),
      ).toEqual([
        expect.stringMatching(/^Event mesh service .* listens on http/),
        'request',
        'request',
        'request',
        'request',
        'Event mesh service has ended',
      ]);
      expect(output).not.toMatch(/admin|wrong-token|malformed/);
    },
  );

  it('says what to write when it cannot start', async () => {
    const { ended } = start(commands['as one file'], { PORT: 'x' });
    expect(await ended).toEqual({
      code: 1,
      output:
        'eventmesh-backend cannot run: PORT is "x". Write a whole number from 0 to 65535, or leave it out for 8080.\n',
    });
  });
});
