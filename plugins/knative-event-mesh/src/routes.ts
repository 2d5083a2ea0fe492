import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The Event Mesh page, which leads to its first part. */
export const rootRouteRef = createRouteRef();

/** How each environment was read, and how much is wrong in it. */
export const overviewRouteRef = createRouteRef();

/** The event types of all environments. */
export const eventTypesRouteRef = createRouteRef();

/** Everything that is wrong, or worth knowing. */
export const findingsRouteRef = createRouteRef();

/** Which triggers would deliver an event. */
export const tryRouteRef = createRouteRef();

/** How events go through the mesh, as a graph. */
export const topologyRouteRef = createRouteRef();
