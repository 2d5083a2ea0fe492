import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  EventMesh,
  EventMeshError,
} from 'backstage-plugin-knative-event-mesh-common';
import type { Cluster } from 'testbed';
import { request } from 'undici';
import { startService } from '../../src/service';

/** An answer of the service. */
export interface MeshAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** @throws unless the status is 200 */
  mesh(): EventMesh;
  error(): EventMeshError;
}

/** The service as it ships, in front of a real cluster. */
export interface TestService {
  get(path: string, headers?: Record<string, string>): Promise<MeshAnswer>;
  /** Asks for the mesh with a token. */
  getMesh(
    token: string,
    query?: string,
    headers?: Record<string, string>,
  ): Promise<MeshAnswer>;
  /** Everything that it has logged. */
  logged(): string;
  close(): Promise<void>;
}

/** Starts it in this process, on any free port. */
export async function startServiceFor(
  cluster: Cluster,
  { deadlineSeconds = 30 }: { deadlineSeconds?: number } = {},
): Promise<TestService> {
  const folder = await mkdtemp(join(tmpdir(), 'eventmesh-backend-'));
  const caFile = join(folder, 'ca.crt');
  await writeFile(caFile, cluster.caCertificate);
  const lines: string[] = [];
  const service = await startService(
    {
      host: '127.0.0.1',
      port: 0,
      kubernetes: { url: cluster.url, caFile },
      deadlineSeconds,
      logLevel: 'debug',
    },
    { logDestination: { write: line => lines.push(line) } },
  );

  const get: TestService['get'] = async (path, headers = {}) => {
    const answer = await request(`${service.url}${path}`, { headers });
    const text = await answer.body.text();
    const { statusCode: status } = answer;
    return {
      status,
      headers: answer.headers,
      text,
      mesh: () => {
        if (status !== 200) {
          throw new Error(`${status} instead of a mesh: ${text}`);
        }
        return JSON.parse(text) as EventMesh;
      },
      error: () => JSON.parse(text) as EventMeshError,
    };
  };
  return {
    get,
    getMesh: (token, query = '', headers = {}) =>
      get(`/v1/getEventMesh${query}`, {
        authorization: `Bearer ${token}`,
        ...headers,
      }),
    logged: () => lines.join(''),
    async close() {
      await service.close();
      await rm(folder, { recursive: true });
    },
  };
}
