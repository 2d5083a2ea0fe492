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

/**
 * Counts, as a guest of the portal, what of the event mesh is in the catalog;
 * undefined while there is nothing.
 */
export async function countEventMesh(
  portalUrl: string,
): Promise<{ eventTypes: number; brokers: number } | undefined> {
  const token = await guestToken(portalUrl);
  const count = async (kind: string) => {
    const filter = encodeURIComponent(
      `metadata.annotations.knative-event-mesh/kind=${kind}`,
    );
    const answer = await fetch(
      `${portalUrl}/api/catalog/entities/by-query?limit=1&filter=${filter}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    return ((await answer.json()) as QueryAnswer).totalItems;
  };
  const eventTypes = await count('EventType');
  const brokers = await count('Broker');

  return eventTypes + brokers > 0 ? { eventTypes, brokers } : undefined;
}
