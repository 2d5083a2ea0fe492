import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import type {
  KubernetesFailure,
  KubernetesRequest,
} from '../kubernetes/kubernetesError';
import { createRegistry } from './registry';

/** What the service counts. No label is made of a token, a path or a name. */
export interface ServiceMetrics {
  /** @param route - the pattern of the route; undefined if there is none */
  answered(
    route: string | undefined,
    status: number | 'client gone',
    seconds: number,
  ): void;
  askedKubernetes(
    request: KubernetesRequest,
    result: 'ok' | KubernetesFailure,
  ): void;
  built(seconds: number): void;
  /** The last answer for all namespaces. */
  seen(mesh: EventMesh): void;
  /** In the Prometheus exposition format. */
  toText(): string;
}

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Starts counting. */
export function createServiceMetrics(
  buildsInProgress: () => number,
): ServiceMetrics {
  const registry = createRegistry();
  const requests = registry.histogram(
    {
      name: 'eventmesh_http_request_duration_seconds',
      help: 'Time until a request was answered, by route and status.',
      labels: ['route', 'status'],
    },
    SECONDS,
  );
  const calls = registry.counter({
    name: 'eventmesh_kubernetes_requests_total',
    help: 'Requests to the API server, tries included, by resource and result.',
    labels: ['resource', 'result'],
  });
  const builds = registry.histogram(
    {
      name: 'eventmesh_build_duration_seconds',
      help: 'Time that making an answer took, reading included.',
      labels: [],
    },
    SECONDS,
  );
  registry.gauge(
    {
      name: 'eventmesh_builds_in_progress',
      help: 'Answers that are being made.',
      labels: [],
    },
    () => [[{}, buildsInProgress()]],
  );
  const objects = registry.gauge({
    name: 'eventmesh_mesh_objects',
    help: 'Objects in the last answer for all namespaces, by kind.',
    labels: ['kind'],
  });
  const omitted = registry.gauge({
    name: 'eventmesh_mesh_omitted',
    help: 'What was left out of the last answer for all namespaces, by reason.',
    labels: ['reason'],
  });
  addProcess(registry);

  return {
    answered(route = 'other', status, seconds) {
      requests.observe({ route, status: String(status) }, seconds);
    },
    askedKubernetes(request, result) {
      calls.add({ resource: resourceOf(request), result });
    },
    built: seconds => builds.observe({}, seconds),
    seen(mesh) {
      objects.set(
        [...countKinds(mesh)].map(([kind, count]) => [{ kind }, count]),
      );
      const byReason = countBy(mesh.omitted ?? [], ({ reason }) => reason);
      omitted.set([...byReason].map(([reason, count]) => [{ reason }, count]));
    },
    toText: registry.toText,
  };
}

/** Discovery is one resource: paths of groups are as many as there are groups. */
function resourceOf({ path, group, resource }: KubernetesRequest): string {
  if (path !== undefined || resource === undefined) {
    return path === '/readyz' ? path : 'discovery';
  }
  return group ? `${resource}.${group}` : resource;
}

function countKinds(mesh: EventMesh): Map<string, number> {
  const { subscribables, sources, sinks = [], flows = [] } = mesh;
  return new Map([
    ['Broker', mesh.brokers.length],
    ['EventType', mesh.eventTypes.length],
    ['Trigger', mesh.triggers?.length ?? 0],
    ['Subscription', mesh.subscriptions?.length ?? 0],
    ['EventPolicy', mesh.policies?.length ?? 0],
    ...countBy(
      [...subscribables, ...sources, ...sinks, ...flows],
      ({ kind }) => kind,
    ),
  ]);
}

function countBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function addProcess(registry: ReturnType<typeof createRegistry>): void {
  registry.gauge(
    {
      name: 'process_resident_memory_bytes',
      help: 'Memory of the process.',
      labels: [],
    },
    () => [[{}, process.memoryUsage.rss()]],
  );
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  registry.gauge(
    {
      name: 'nodejs_eventloop_lag_p99_seconds',
      help: 'How late the event loop was, since the last time this was asked for.',
      labels: [],
    },
    () => {
      const seconds = delay.percentile(99) / 1e9;
      delay.reset();
      return [[{}, Number.isFinite(seconds) ? seconds : 0]];
    },
  );
}
