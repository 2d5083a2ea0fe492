import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../cluster/cluster';
import { connect } from '../cluster/connect';
import { ensureKubeApiserver } from './ensureKubeApiserver';
import type { LaunchedServer, LaunchSettings } from './launch';
import { launchExecutables } from './launchExecutables';
import { launchProgram } from './launchProgram';
import type { ApiserverSource } from './source';

/** How a server of our own is started. */
export interface KubeApiserverOptions {
  /** What `ensureKubeApiserver` has found; asked for if absent. */
  source?: ApiserverSource;
  /** Any free port if absent. */
  port?: number;
  /** Lines of the static token file: `token,user,uid,"groups"`. */
  tokens?: string[];
  /** Further flags of kube-apiserver, which win over ours. */
  flags?: string[];
  /** Keeps the data when the server is stopped; a temporary one if absent. */
  directory?: string;
}

/** A server of our own: a cluster that can also be stopped and broken. */
export interface KubeApiserver extends Cluster {
  /** The token of an administrator. */
  adminToken: string;
  /** Client URL of etcd. */
  etcdUrl: string;
  /** Data directory, with keys and logs. */
  directory: string;
  /** The processes that it consists of, for whoever measures them. */
  pids(): number[];
  /** Ends its processes; `restart` brings it back. */
  halt(): Promise<void>;
  /** Starts it again with the same data, tokens, certificate and port. */
  restart(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** Starts a real API server with an empty cluster on loopback. */
export async function startKubeApiserver(
  options: KubeApiserverOptions = {},
): Promise<KubeApiserver> {
  const launch = launcherOf(options.source ?? (await ensureKubeApiserver()));
  const directory =
    options.directory ?? (await mkdtemp(join(tmpdir(), 'testbed-')));
  await mkdir(directory, { recursive: true });
  const settings: LaunchSettings = {
    directory,
    port: options.port,
    tokens: options.tokens ?? [],
    flags: options.flags ?? [],
  };

  const discardData = async () => {
    if (options.directory === undefined) {
      await rm(directory, { recursive: true });
    }
  };

  let server = await launch(settings).catch(async error => {
    await discardData();
    throw error;
  });
  const { url, caCertificate, adminToken: token } = server;
  const connection = connect({ url, caCertificate, token });
  return {
    ...connection,
    adminToken: token,
    get etcdUrl() {
      return server.etcdUrl;
    },
    directory,
    pids: () => server.pids,
    halt: () => server.end(),
    async restart() {
      await server.end();
      server = await launch({ ...settings, port: Number(new URL(url).port) });
    },
    async stop() {
      await connection.disconnect();
      await server.end();
      await discardData();
    },
  };
}

function launcherOf(
  source: ApiserverSource | undefined,
): (settings: LaunchSettings) => Promise<LaunchedServer> {
  switch (source?.kind) {
    case 'program':
      return settings => launchProgram(source.program, settings);
    case 'executables':
      return settings => launchExecutables(source, settings);
    default:
      throw new Error('There is no API server here that could be started');
  }
}
