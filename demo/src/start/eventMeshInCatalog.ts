interface QueryAnswer {
  totalItems: number;
}

async function guestToken(portalUrl: string): Promise<string> {
  const answer = await fetch(`${portalUrl}/api/auth/guest/refresh`);
  const { backstageIdentity } = (await answer.json()) as {
    backstageIdentity: { token: string };
  };
  return backstageIdentity.token;
}

/** What of the event mesh is in the catalog of a portal. */
export interface EventMeshCounts {
  /** The entities that each event mesh has, however empty it is. */
  environments: number;
  brokers: number;
  eventTypes: number;
  /** Components of the users that consume events; those of the mesh do not count. */
  linkedComponents: number;
}

/** Counts, as a guest of the portal, what of the event mesh is in the catalog. */
export async function countEventMesh(
  portalUrl: string,
): Promise<EventMeshCounts> {
  const token = await guestToken(portalUrl);

  async function count(filter: string): Promise<number> {
    const answer = await fetch(
      `${portalUrl}/api/catalog/entities/by-query?limit=1&filter=${encodeURIComponent(
        filter,
      )}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    return ((await answer.json()) as QueryAnswer).totalItems;
  }

  const kind = 'metadata.annotations.knative-event-mesh/kind';
  const consumers = 'kind=component,relations.consumesApi';
  return {
    environments: await count('kind=system,spec.type=event-mesh'),
    brokers: await count(`${kind}=Broker`),
    eventTypes: await count(`${kind}=EventType`),
    linkedComponents:
      (await count(consumers)) - (await count(`${consumers},${kind}`)),
  };
}
