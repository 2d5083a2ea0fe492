import { createKubernetesClient } from '../kubernetes/client';
import type { KubernetesConnection } from '../kubernetes/connection';
import {
  discover,
  isKnown,
  type DiscoveryCache,
} from '../kubernetes/discovery';
import type { ListReadings } from '../kubernetes/listReadings';
import type { ListMemory } from '../reading/listMemory';
import type { ServiceMetrics } from '../metrics/serviceMetrics';
import { readEventMesh } from '../reading/readEventMesh';
import type { Scope } from '../reading/scope';
import { buildEventMesh } from '../mesh/buildEventMesh';
import type { AnswerMemory } from './answerMemory';
import type { Deadline, Middleware } from './locals';
import type { SharedBuilds } from './sharedBuilds';
import { sendAnswer, writeAnswer, type WrittenAnswer } from './writtenAnswer';

/** What the route shares with all requests. */
export interface EventMeshRoute {
  connection: KubernetesConnection;
  discoveryCache: DiscoveryCache;
  listMemory: ListMemory;
  listReadings: ListReadings;
  answerMemory: AnswerMemory;
  builds: SharedBuilds<WrittenAnswer>;
  /** By what requests that may share a build are told. */
  keyOf: (token: string, namespaces: Scope) => string;
  /** Milliseconds before the second, third, … try of a request to Kubernetes. */
  retryDelaysMs: readonly number[];
  serviceVersion: string;
  /** Absent if nobody can ask for them. */
  metrics?: ServiceMetrics;
}

/** `GET /v1/getEventMesh`: reads the mesh with the caller's token. */
export function getEventMesh(route: EventMeshRoute): Middleware {
  return async (_request, response) => {
    const { token, deadline, gone, namespaces } = response.locals;
    if (!token || !deadline || !gone) {
      throw new Error('the route needs a token and a deadline');
    }
    const answer = await route.builds.join(
      route.keyOf(token, namespaces),
      gone,
      abandoned =>
        makeAnswer(route, { token, deadline, namespaces, abandoned }),
    );
    sendAnswer(response, answer);
  };
}

interface MeshRequest {
  token: string;
  namespaces: Scope;
  deadline: Deadline;
  /** Aborts when nobody waits for the answer any more. */
  abandoned: AbortSignal;
}

async function makeAnswer(
  route: EventMeshRoute,
  { token, namespaces, deadline, abandoned }: MeshRequest,
): Promise<WrittenAnswer> {
  const { connection, discoveryCache, listMemory, answerMemory, metrics } =
    route;
  const start = performance.now();
  // Ends what is still being read when one list has failed.
  const finished = new AbortController();
  const signal = AbortSignal.any([deadline.signal, abandoned, finished.signal]);
  const client = createKubernetesClient(
    { connection, token, signal },
    {
      retries: {
        delaysMs: route.retryDelaysMs,
        remainingMs: deadline.remainingMs,
        signal,
      },
      readings: route.listReadings,
      onAnswer: metrics?.askedKubernetes,
    },
  );
  try {
    // First, because it decides about the lists: these may have to wait for one
    // another.
    const discovery = discover(client, discoveryCache);
    if (isKnown(discoveryCache)) {
      client.askEarly(listMemory.recall(namespaces));
    }
    const { parts, lists, madeOf } = await readEventMesh(client, discovery, {
      scope: namespaces,
      serviceVersion: route.serviceVersion,
    });
    listMemory.remember(namespaces, lists);
    return answerMemory.answerFor(namespaces, madeOf, () => {
      const mesh = buildEventMesh(parts);
      if (!namespaces) {
        metrics?.seen(mesh);
      }
      return writeAnswer(mesh);
    });
  } finally {
    metrics?.built((performance.now() - start) / 1000);
    finished.abort();
  }
}
