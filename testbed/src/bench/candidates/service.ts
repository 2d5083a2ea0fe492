import { join } from 'node:path';
import { runCommand } from '../../runCommand';
import { repositoryFolder } from '../folders';
import type { StartCandidate } from './candidate';
import { startProgram } from './startProgram';

const bundle = join(repositoryFolder, 'backend/dist/main.mjs');

/** Bundles our service as it ships. */
export async function buildService(): Promise<void> {
  await runCommand('yarn', ['workspace', 'eventmesh-backend', 'build'], {
    cwd: repositoryFolder,
  });
}

/** Our service as it ships, with its usual settings. */
export const startService: StartCandidate = access =>
  startProgram({
    name: 'service',
    command: [process.execPath, bundle],
    environment: port => ({
      HOST: '127.0.0.1',
      PORT: String(port),
      KUBERNETES_API_URL: access.url,
      KUBERNETES_CA_FILE: access.caFile,
    }),
    healthPath: '/livez',
    path: '/v1/getEventMesh',
    token: access.token,
    logFile: join(access.folder, 'service.log'),
  });
