import { join } from 'node:path';
import { freePort } from 'demo';
import { request } from 'undici';
import { connect } from '../cluster/connect';
import { apiserverFlags } from './apiserverFlags';
import {
  readAuthority,
  writeServiceAccountKeys,
  writeTokens,
} from './dataDirectory';
import type { LaunchedServer, LaunchSettings } from './launch';
import { startServerProcess, type ServerProcess } from './serverProcess';

/** Starts somebody's own etcd and kube-apiserver, as envtest does. */
export async function launchExecutables(
  executables: { kubeApiserver: string; etcd: string },
  { directory, port, tokens, flags }: LaunchSettings,
): Promise<LaunchedServer> {
  await writeServiceAccountKeys(directory);
  const adminToken = await writeTokens(directory, tokens);

  const etcdUrl = `http://127.0.0.1:${await freePort()}`;
  const etcd = startWatched(executables.etcd, join(directory, 'etcd.log'), [
    `--data-dir=${join(directory, 'etcd')}`,
    `--listen-client-urls=${etcdUrl}`,
    `--advertise-client-urls=${etcdUrl}`,
    '--listen-peer-urls=http://127.0.0.1:0',
    '--log-level=error',
  ]);
  await etcd.untilReady(() => etcdIsHealthy(etcdUrl));

  const serverPort = port ?? (await freePort());
  const url = `https://127.0.0.1:${serverPort}`;
  const ownFlags = await apiserverFlags({
    directory,
    port: String(serverPort),
    etcd: etcdUrl,
  });
  const server = startWatched(
    executables.kubeApiserver,
    join(directory, 'kube-apiserver.log'),
    [...ownFlags, ...flags],
  );
  const end = async () => {
    await server.end();
    await etcd.end();
  };
  try {
    const caCertificate = await server.untilReady(() =>
      authorityOfReadyServer(directory, url, adminToken),
    );
    const pids = [server.pid, etcd.pid];
    return { url, caCertificate, adminToken, etcdUrl, pids, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Other than our program, these do not end when their standard input is closed:
 * a process beside each of them reads it and kills it then. Without warning, for
 * kube-apiserver does not end gracefully when etcd has ended before.
 */
function startWatched(
  command: string,
  logFile: string,
  commandArguments: string[],
): ServerProcess {
  const script =
    'exec 3<&0; (cat <&3 >/dev/null; kill -KILL $$) & exec "$@" 3<&- </dev/null';
  return startServerProcess({
    command: 'sh',
    arguments: ['-c', script, 'sh', command, ...commandArguments],
    logFile,
  });
}

async function etcdIsHealthy(url: string): Promise<true | undefined> {
  const { statusCode, body } = await request(`${url}/health`);
  await body.dump();
  return statusCode === 200 || undefined;
}

async function authorityOfReadyServer(
  directory: string,
  url: string,
  token: string,
): Promise<string | undefined> {
  const caCertificate = await readAuthority(directory);
  if (caCertificate === undefined) {
    return undefined;
  }
  const connection = connect({ url, caCertificate, token });
  try {
    const { status } = await connection.request('/readyz');
    return status === 200 ? caCertificate : undefined;
  } finally {
    await connection.disconnect();
  }
}
