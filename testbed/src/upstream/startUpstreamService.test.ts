import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { runCommand } from '../runCommand';
import { startUpstreamService } from './startUpstreamService';

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

/**
 * Stands for upstream's service: listens where it does, and answers with its
 * arguments, its settings and what the API server says to it.
 */
const standIn = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const { connect } = require('node:net');
const { env, argv } = process;
require('node:http').createServer((asked, response) => {
  const kubeconfig = JSON.parse(readFileSync(argv[3], 'utf8'));
  const { server } = kubeconfig.clusters[0].cluster;
  connect(new URL(server).port, '127.0.0.1').on('data', data =>
    response.end(JSON.stringify({
      flag: argv[2], qps: env.KUBE_API_QPS, user: kubeconfig.users[0].user,
      apiserver: String(data),
    })));
}).listen(8080);
`;

describeOnLinux('startUpstreamService', () => {
  let folder: string;
  let program: string;
  let apiserver: Server;
  let cluster: { url: string; caCertificate: string };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'upstream-test-'));
    program = join(folder, 'eventmesh');
    await writeFile(program, standIn);
    await chmod(program, 0o755);
    apiserver = createServer(socket => socket.end('the API server'));
    apiserver.listen(0, '127.0.0.1');
    await once(apiserver, 'listening');
    const { port } = apiserver.address() as AddressInfo;
    cluster = { url: `https://127.0.0.1:${port}`, caCertificate: 'PEM' };
  });

  afterAll(async () => {
    apiserver.close();
    await rm(folder, { recursive: true });
  });

  it('reaches the API server, is reached by us, and by nobody else', async () => {
    const upstream = await startUpstreamService({ program, cluster, qps: 50 });
    try {
      const answer = await request('http://upstream/v1/getEventMesh', {
        dispatcher: upstream.agent,
      });
      expect(await answer.body.json()).toEqual({
        flag: '-kubeconfig',
        qps: '50',
        user: {},
        apiserver: 'the API server',
      });
      const [ours, its] = await Promise.all(
        ['self', upstream.pid].map(pid =>
          runCommand('readlink', [`/proc/${pid}/ns/net`]),
        ),
      );
      expect(its).not.toBe(ours);
    } finally {
      await upstream.stop();
    }
    expect(() => process.kill(upstream.pid, 0)).toThrow('ESRCH');
  });

  it('says why it cannot start', async () => {
    await expect(
      startUpstreamService({ program: join(folder, 'no-such'), cluster }),
    ).rejects.toThrow('no-such');
  });
});
