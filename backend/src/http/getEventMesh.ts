import { createKubernetesClient } from '../kubernetes/client';
import type { KubernetesConnection } from '../kubernetes/connection';
import {
  discover,
  isKnown,
  type DiscoveryCache,
} from '../kubernetes/discovery';
import type { ListReadings } from '../kubernetes/listReadings';
import type { ListMemory } from '../reading/listMemory';
import { readEventMesh } from '../reading/readEventMesh';
import { buildEventMesh } from '../mesh/buildEventMesh';
import type { AnswerMemory } from './answerMemory';
import type { Middleware } from './locals';
import { sendAnswer, writeAnswer } from './writtenAnswer';

/** What the route shares with all requests. */
export interface EventMeshRoute {
  connection: KubernetesConnection;
  discoveryCache: DiscoveryCache;
  listMemory: ListMemory;
  listReadings: ListReadings;
  answerMemory: AnswerMemory;
  /** Milliseconds before the second, third, … try of a request to Kubernetes. */
  retryDelaysMs: readonly number[];
  serviceVersion: string;
}

/** `GET /v1/getEventMesh`: reads the mesh with the caller's token. */
export function getEventMesh(route: EventMeshRoute): Middleware {
  const { connection, discoveryCache, listMemory, answerMemory } = route;
  return async (_request, response) => {
    const { token, deadline, namespaces } = response.locals;
    if (!token || !deadline) {
      throw new Error('the route needs a token and a deadline');
    }
    // Ends what is still being read when one list has failed.
    const finished = new AbortController();
    const signal = AbortSignal.any([deadline.signal, finished.signal]);
    const client = createKubernetesClient(
      { connection, token, signal },
      {
        retries: {
          delaysMs: route.retryDelaysMs,
          remainingMs: deadline.remainingMs,
          signal,
        },
        readings: route.listReadings,
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
      const answer = answerMemory.answerFor(namespaces, madeOf, () =>
        writeAnswer(buildEventMesh(parts)),
      );
      sendAnswer(response, answer);
    } finally {
      finished.abort();
    }
  };
}
