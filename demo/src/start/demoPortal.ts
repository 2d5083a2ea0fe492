import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess, type BackgroundProcess } from './backgroundProcess';
import { countEventMesh, type EventMeshCounts } from './eventMeshInCatalog';
import { freePort } from './freePort';
import { buildIfChanged } from './portalBuild';
import { writePrivateFile } from './privateFile';
import { readMesh } from './readMesh';
import type { ShownCluster } from './shownCluster';
import { waitFor } from './waitFor';

/** What the demo tells the terminal. */
export interface DemoReport {
  /** Something is under way that takes a while. */
  begin(step: string): void;
  /** It is done. */
  done(step: string, detail: string): void;
  /** Something went wrong, or is no longer as it was. */
  problem(message: string): void;
}

/** The demo portal with all that it needs. */
export interface DemoPortal {
  /**
   * Starts everything; resolves with the address to open when the event mesh
   * is in the catalog. Rejects with what to look at when a part does not start.
   */
  start(): Promise<string>;
  /** Ends everything, however far it has come. */
  stop(): Promise<void>;
}

const runTypeScript = ['--require', '@backstage/cli/config/nodeTransform.cjs'];

/** Lines of the portal's log that somebody who looks at the mesh must see. */
function isAboutTheMesh(line: string): boolean {
  return /\b(warn|error)\b/.test(line) && /knative/i.test(line);
}

async function failureOf(process: BackgroundProcess, what: string) {
  return new Error(
    `The ${process.name} ${what}. The end of ${
      process.logFile
    }:\n${await process.logTail()}`,
  );
}

async function untilItAnswers(process: BackgroundProcess, url: string) {
  try {
    await waitFor({
      what: 'An answer',
      ask: async () => ((await fetch(url)).ok ? true : undefined),
      deadlineMilliseconds: 120_000,
      giveUp: () => (process.isRunning() ? undefined : 'It has stopped'),
    });
  } catch {
    throw await failureOf(process, 'does not start');
  }
}

/**
 * Waits until what is there of an event mesh is in the catalog. In the demo mesh,
 * that are links, too: the first poll may come before the catalog knows the
 * components to link.
 */
async function untilInCatalog(
  portal: BackgroundProcess,
  url: string,
  isDemoMesh: boolean,
) {
  let before = '';
  const untilThereIs = (what: keyof EventMeshCounts) =>
    waitFor({
      what: `The first polls of the event mesh (log: ${portal.logFile})`,
      ask: async () => {
        const counts = await countEventMesh(url);
        const isSettled = JSON.stringify(counts) === before;
        before = JSON.stringify(counts);
        return isSettled && counts[what] > 0 ? counts : undefined;
      },
      deadlineMilliseconds: 60_000,
      intervalMilliseconds: 1_000,
      giveUp: () => (portal.isRunning() ? undefined : 'The portal has stopped'),
    });
  const counts = await untilThereIs(isDemoMesh ? 'eventTypes' : 'environments');
  // A mesh without any link is unusual, but no reason to fail.
  return isDemoMesh
    ? untilThereIs('linkedComponents').catch(() => counts)
    : counts;
}

/**
 * A cluster, the service that reads it, and the portal that shows it.
 *
 * @param options.root - folder of the repository
 * @param options.openCluster - opens the cluster to show
 * @param options.isDemoMesh - whether that holds the demo mesh, to whose
 * components the portal may link
 * @param options.port - port of the portal; another one if it is taken
 * @param options.onEnd - called when the portal has ended by itself, with why
 */
export function createDemoPortal(options: {
  root: string;
  port: number;
  openCluster: () => Promise<ShownCluster>;
  isDemoMesh: boolean;
  report: DemoReport;
  onEnd: (why: string) => void;
}): DemoPortal {
  const { root, report, isDemoMesh } = options;
  const cache = join(root, '.cache', 'demo');
  const running: { stop(): Promise<void> }[] = [];
  let stopped = false;

  function keep<T extends { stop(): Promise<void> }>(part: T): T {
    running.push(part);
    return part;
  }

  function launch(program: {
    name: string;
    folder: string;
    arguments: string[];
    environment: NodeJS.ProcessEnv;
    onLine?: (line: string) => void;
  }) {
    if (stopped) {
      throw new Error('The demo was stopped');
    }
    return keep(
      startProcess({
        ...program,
        directory: join(root, program.folder),
        logFile: join(cache, `${program.name.replaceAll(' ', '-')}.log`),
      }),
    );
  }

  async function openCluster() {
    const cluster = keep(await options.openCluster());
    const caFile = join(cache, 'cluster-ca.crt');
    await writePrivateFile(caFile, cluster.caCertificate);
    report.done('Cluster', cluster.description);
    return { url: cluster.url, token: cluster.token, caFile };
  }

  async function startService(cluster: {
    url: string;
    token: string;
    caFile: string;
  }) {
    report.begin('Event mesh service');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const service = launch({
      name: 'event mesh service',
      folder: 'backend',
      arguments: [...runTypeScript, 'src/main.ts'],
      environment: {
        HOST: '127.0.0.1',
        PORT: String(port),
        KUBERNETES_API_URL: cluster.url,
        KUBERNETES_CA_FILE: cluster.caFile,
      },
    });
    await untilItAnswers(service, `${url}/readyz`);
    await readMesh({ serviceUrl: url, token: cluster.token });
    report.done('Event mesh service', url);
    service.exited.then(() => {
      if (!stopped) {
        report.problem(
          `The event mesh service has stopped; the catalog keeps what it has. Log: ${service.logFile}`,
        );
      }
    });
    return url;
  }

  async function buildPages(environment: NodeJS.ProcessEnv) {
    report.begin('Portal pages (the first build takes a minute)');
    const built = await buildIfChanged({
      root,
      sources: [
        'packages/app/package.json',
        'packages/app/public',
        'packages/app/src',
        'plugins/knative-event-mesh/src',
        'plugins/knative-event-mesh-common/src',
        'yarn.lock',
      ],
      result: 'packages/app/dist/index.html',
      record: '.cache/demo/portal-pages.fingerprint',
      build: async () => {
        const build = launch({
          name: 'build of the portal pages',
          folder: 'packages/app',
          arguments: [
            join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
            'package',
            'build',
          ],
          environment,
        });
        if ((await build.exited) !== 0) {
          throw await failureOf(build, 'has failed');
        }
      },
    });
    report.done('Portal pages', built ? 'built' : 'unchanged since last time');
  }

  async function startPortal(environment: NodeJS.ProcessEnv) {
    report.begin('Portal');
    const port = await freePort(options.port);
    const url = `http://localhost:${port}`;
    const configFiles = [
      'app-config.yaml',
      ...(isDemoMesh ? [] : ['demo/app-config.own-cluster.yaml']),
      'app-config.local.yaml',
    ].filter(file => existsSync(join(root, file)));
    const portal = launch({
      name: 'portal',
      folder: 'packages/backend',
      arguments: [
        ...runTypeScript,
        'src/index.ts',
        ...configFiles.flatMap(file => ['--config', join(root, file)]),
      ],
      environment: {
        ...environment,
        // Guests may enter a development portal only.
        NODE_ENV: 'development',
        APP_CONFIG_app_baseUrl: url,
        APP_CONFIG_backend_baseUrl: url,
        APP_CONFIG_backend_listen_port: String(port),
      },
      onLine: line => isAboutTheMesh(line) && report.problem(line),
    });
    await untilItAnswers(portal, `${url}/.backstage/health/v1/readiness`);
    const counts = await untilInCatalog(portal, url, isDemoMesh);
    report.done(
      'Catalog',
      `${counts.eventTypes} event types, ${counts.brokers} brokers, ${counts.linkedComponents} linked components`,
    );
    portal.exited.then(() => {
      if (!stopped) {
        options.onEnd(`The portal has stopped. Log: ${portal.logFile}`);
      }
    });
    return url;
  }

  return {
    async start() {
      await mkdir(cache, { recursive: true });
      const cluster = await openCluster();
      const serviceUrl = await startService(cluster);
      const environment = {
        KNATIVE_EVENT_MESH_URL: serviceUrl,
        KNATIVE_EVENT_MESH_TOKEN: cluster.token,
      };
      await buildPages(environment);
      return startPortal(environment);
    },
    async stop() {
      stopped = true;
      for (const part of running.splice(0).reverse()) {
        await part.stop();
      }
    },
  };
}
