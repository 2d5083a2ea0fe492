import {
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiFlowChart } from '@remixicon/react';
import { isEnvironment } from './lib/isEnvironment';
import { isEventType } from './lib/isEventType';
import { isInEventMesh } from './lib/isInEventMesh';
import {
  eventTypesRouteRef,
  findingsRouteRef,
  overviewRouteRef,
  rootRouteRef,
  topologyRouteRef,
  tryRouteRef,
} from './routes';

/** Who sends and who receives, through which trigger or subscription. */
export const eventFlowCard = EntityCardBlueprint.make({
  name: 'event-flow',
  params: {
    type: 'content',
    filter: isInEventMesh,
    loader: () =>
      import('./components/EventFlowCard').then(m => <m.EventFlowCard />),
  },
});

/** How the mesh of a cluster was read, and what is wrong in it. */
export const environmentCard = EntityCardBlueprint.make({
  name: 'environment',
  params: {
    type: 'content',
    filter: isEnvironment,
    loader: () =>
      import('./components/EnvironmentCard').then(m => <m.EnvironmentCard />),
  },
});

/** What producers and consumers of an event type can rely on. */
export const contractContent = EntityContentBlueprint.make({
  name: 'contract',
  params: {
    path: 'event-contract',
    title: 'Event contract',
    group: 'documentation',
    filter: isEventType,
    loader: () =>
      import('./components/ContractContent').then(m => <m.ContractContent />),
  },
});

/** The meshes of all environments; its parts are tabs, the first one is shown. */
export const eventMeshPage = PageBlueprint.make({
  params: { path: '/event-mesh', routeRef: rootRouteRef },
});

/** How each environment was read, and how much is wrong in it. */
export const overviewSubPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    routeRef: overviewRouteRef,
    loader: () =>
      import('./components/OverviewPage').then(m => <m.OverviewPage />),
  },
});

/** The event types of all environments, to be searched. */
export const eventTypesSubPage = SubPageBlueprint.make({
  name: 'event-types',
  params: {
    path: 'event-types',
    title: 'Event types',
    routeRef: eventTypesRouteRef,
    loader: () =>
      import('./components/EventTypesPage').then(m => <m.EventTypesPage />),
  },
});

/** How events go through the mesh: as a graph, and as a table. */
export const topologySubPage = SubPageBlueprint.make({
  name: 'topology',
  params: {
    path: 'topology',
    title: 'Topology',
    routeRef: topologyRouteRef,
    loader: () =>
      import('./components/TopologyPage').then(m => <m.TopologyPage />),
  },
});

/** Everything that is wrong, or worth knowing, with what to do. */
export const findingsSubPage = SubPageBlueprint.make({
  name: 'findings',
  params: {
    path: 'findings',
    title: 'Findings',
    routeRef: findingsRouteRef,
    loader: () =>
      import('./components/FindingsPage').then(m => <m.FindingsPage />),
  },
});

/** Which triggers of a broker would deliver an event, and why not the others. */
export const tryEventSubPage = SubPageBlueprint.make({
  name: 'try-an-event',
  params: {
    path: 'try-an-event',
    title: 'Try an event',
    routeRef: tryRouteRef,
    loader: () =>
      import('./components/TryEventPage').then(m => <m.TryEventPage />),
  },
});

/**
 * The event mesh plugin.
 *
 * @public
 */
export const eventMeshPlugin = createFrontendPlugin({
  pluginId: 'knative-event-mesh',
  title: 'Event Mesh',
  icon: <RiFlowChart />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    overview: overviewRouteRef,
    eventTypes: eventTypesRouteRef,
    topology: topologyRouteRef,
    findings: findingsRouteRef,
    tryAnEvent: tryRouteRef,
  },
  extensions: [
    eventFlowCard,
    environmentCard,
    contractContent,
    eventMeshPage,
    overviewSubPage,
    eventTypesSubPage,
    topologySubPage,
    findingsSubPage,
    tryEventSubPage,
  ],
});
