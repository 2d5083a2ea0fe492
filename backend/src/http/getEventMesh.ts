import { createKubernetesClient } from '../kubernetes/client';
import type { KubernetesConnection } from '../kubernetes/connection';
import { discover, type DiscoveryCache } from '../kubernetes/discovery';
import { readEventMesh } from '../reading/readEventMesh';
import type { Middleware } from './locals';

/** What the route shares with all requests. */
export interface EventMeshRoute {
  connection: KubernetesConnection;
  discoveryCache: DiscoveryCache;
  /** Milliseconds before the second, third, … try of a request to Kubernetes. */
  retryDelaysMs: readonly number[];
  serviceVersion: string;
}

/** `GET /v1/getEventMesh`: reads the mesh with the caller's token. */
export function getEventMesh(route: EventMeshRoute): Middleware {
  const { connection, discoveryCache, retryDelaysMs, serviceVersion } = route;
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
      { delaysMs: retryDelaysMs, remainingMs: deadline.remainingMs, signal },
    );
    try {
      const mesh = await readEventMesh(
        client,
        discover(client, discoveryCache),
        { scope: namespaces, serviceVersion },
      );
      response.json(mesh);
    } finally {
      finished.abort();
    }
  };
}
