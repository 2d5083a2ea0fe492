import { createRouteRef } from '@backstage/core-plugin-api';
import {
  eventTypesRouteRef,
  findingsRouteRef,
  overviewRouteRef,
  topologyRouteRef,
  tryRouteRef,
} from '../routes';

/** The Event Mesh page in an app on the classic frontend system. */
export const classicPageRouteRef = createRouteRef({
  id: 'knative-event-mesh',
});

/** The parts of the page in their order, each with its path below the page. */
export const classicParts = [
  { path: 'overview', routeRef: overviewRouteRef },
  { path: 'event-types', routeRef: eventTypesRouteRef },
  { path: 'topology', routeRef: topologyRouteRef },
  { path: 'findings', routeRef: findingsRouteRef },
  { path: 'try-an-event', routeRef: tryRouteRef },
] as const;
