import type { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { eventMeshPlugin } from '../plugin';
import { catalogOf } from './catalogOf';

/**
 * Shows the Event Mesh page.
 *
 * @param path - below `/event-mesh`, with the query
 */
export function renderPage(
  path: string,
  entities: Entity[] = [],
  catalog = catalogOf(entities),
) {
  return renderTestApp({
    features: [eventMeshPlugin],
    apis: [catalog],
    initialRouteEntries: [`/event-mesh${path}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}
