import { join } from 'node:path';
import type { LaunchedServer, LaunchSettings } from './launch';
import { startServerProcess } from './serverProcess';

/** Starts our program, which is kube-apiserver and etcd in one. */
export async function launchProgram(
  program: string,
  { directory, port, tokens, flags }: LaunchSettings,
): Promise<LaunchedServer> {
  const server = startServerProcess({
    command: program,
    arguments: [
      `-data-dir=${directory}`,
      `-port=${port ?? 0}`,
      ...tokens.map(line => `-token=${line}`),
      '--',
      ...flags,
    ],
    logFile: join(directory, 'kube-apiserver.log'),
  });
  const line = await server.untilReady(async () => server.firstLine());
  const { server: url, ca, token, etcd } = JSON.parse(line) as ReadyLine;
  return {
    url,
    caCertificate: ca,
    adminToken: token,
    etcdUrl: etcd,
    pids: [server.pid],
    end: server.end,
  };
}

/** What our program prints when it is ready. */
interface ReadyLine {
  server: string;
  ca: string;
  token: string;
  etcd: string;
}
