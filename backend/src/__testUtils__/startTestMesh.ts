import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startEmbeddedCluster,
  type AccessRule,
  type EmbeddedCluster,
} from 'demo';
import { request } from 'undici';
import { stringify } from 'yaml';
import type { ServiceConfig } from '../config';
import { startService } from '../service';

/** An answer of the service. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read it to assert on it
  body: any;
}

/** The service in front of an embedded cluster. */
export interface TestMesh {
  url: string;
  metricsUrl?: string;
  cluster: EmbeddedCluster;
  /** How the cluster is reached. */
  kubernetes: ServiceConfig['kubernetes'];
  /** Everything the service has logged. */
  logged: () => string;
  /** Asks for the mesh as `admin`, or with other headers. */
  getMesh(query?: string, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /**
   * Paths that Kubernetes was asked for since the last call, without discovery and
   * Namespaces.
   */
  takeLists(): string[];
  /** Replaces all objects of the cluster. */
  setObjects(objects: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

/** What is asked for beside the lists of the mesh. */
const beside = /^\/(apis?$|readyz|api\/v1\/namespaces(\/[^/]+)?$)/;

/** Rights by token; `admin` may do everything. */
export type Tokens = Record<string, AccessRule[]>;

/** CRDs and groups of all of Knative's kinds that the mesh can do without. */
export const optionalKinds = [
  'eventpolicies.eventing.knative.dev',
  'eventtransforms.eventing.knative.dev',
  'flows.knative.dev',
  'kafkasinks.eventing.knative.dev',
  'messaging.knative.dev',
  'requestreplies.eventing.knative.dev',
  'sinks.knative.dev',
  'sources.knative.dev',
];

/** May list all that is Knative Eventing's, everywhere or in some namespaces. */
export function meshReader(namespaces?: string[]): AccessRule {
  return {
    apiGroups: [
      'eventing.knative.dev',
      'flows.knative.dev',
      'messaging.knative.dev',
      'sinks.knative.dev',
      'sources.knative.dev',
    ],
    resources: ['*'],
    verbs: ['list'],
    namespaces,
  };
}

/** May list the three kinds without which there is no mesh. */
export function brokerReader(namespaces?: string[]): AccessRule {
  return {
    apiGroups: ['eventing.knative.dev'],
    resources: ['brokers', 'eventtypes', 'triggers'],
    verbs: ['list'],
    namespaces,
  };
}

/** May list services, everywhere or in some namespaces. */
export function serviceReader(namespaces?: string[]): AccessRule {
  return {
    apiGroups: [''],
    resources: ['services'],
    verbs: ['list'],
    namespaces,
  };
}

/** Starts an embedded cluster with these objects, and the service before it. */
export async function startTestMesh(options: {
  objects: readonly object[];
  tokens?: Tokens;
  without?: string[];
  deadlineSeconds?: number;
  maxConcurrentBuilds?: number;
  /** Trusts the authority of another cluster instead. */
  caOf?: EmbeddedCluster;
}): Promise<TestMesh> {
  const folder = await mkdtemp(join(tmpdir(), 'eventmesh-backend-'));
  const manifests = join(folder, 'objects.yaml');
  const writeObjects = (objects: readonly object[]) =>
    writeFile(
      manifests,
      objects.map(object => stringify(object)).join('---\n'),
    );
  await writeObjects(options.objects);
  const cluster = await startEmbeddedCluster({
    manifests: folder,
    without: options.without,
    tokens: [
      { token: 'admin', user: 'admin', rules: 'all' },
      ...Object.entries(options.tokens ?? {}).map(([token, rules]) => ({
        token,
        user: token,
        rules,
      })),
    ],
  });
  const caFile = join(folder, 'ca.crt');
  await writeFile(caFile, (options.caOf ?? cluster).caCertificate);
  const kubernetes = { url: cluster.url, caFile };
  const lines: string[] = [];
  const service = await startService(
    {
      host: '127.0.0.1',
      port: 0,
      metricsPort: 0,
      kubernetes,
      deadlineSeconds: options.deadlineSeconds ?? 20,
      maxConcurrentBuilds: options.maxConcurrentBuilds,
      logLevel: 'debug',
    },
    {
      logDestination: { write: line => lines.push(line) },
      retryDelaysMs: [5, 5],
    },
  );
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await request(`${service.url}${path}`, { headers });
    const text = await answer.body.text();
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text,
      body: text ? JSON.parse(text) : undefined,
    };
  };
  return {
    url: service.url,
    metricsUrl: service.metricsUrl,
    cluster,
    kubernetes,
    logged: () => lines.join(''),
    get,
    getMesh: (query = '', headers = { authorization: 'Bearer admin' }) =>
      get(`/v1/getEventMesh${query}`, headers),
    takeLists: () => {
      const paths = cluster.requests.map(({ path }) => path);
      cluster.clearRequests();
      return paths.filter(path => !beside.test(path)).sort();
    },
    setObjects: async objects => {
      const reloaded = cluster.whenReloaded();
      await writeObjects(objects);
      await reloaded;
    },
    close: async () => {
      await service.close();
      await cluster.close();
      await rm(folder, { recursive: true });
    },
  };
}
