import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { isEnvironment } from '../lib/isEnvironment';
import { isEventType } from '../lib/isEventType';
import { isInEventMesh } from '../lib/isInEventMesh';
import { classicPageRouteRef } from './routes';

/**
 * The event mesh plugin for apps on the classic frontend system.
 *
 * @public
 */
export const eventMeshPlugin = createPlugin({
  id: 'knative-event-mesh',
  routes: { root: classicPageRouteRef },
});

/**
 * The Event Mesh page with its tabs.
 *
 * @public
 */
export const EventMeshPage = eventMeshPlugin.provide(
  createRoutableExtension({
    name: 'EventMeshPage',
    component: () =>
      import('./ClassicEventMeshPage').then(m => m.ClassicEventMeshPage),
    mountPoint: classicPageRouteRef,
  }),
);

/**
 * Card: who sends and who receives, through which trigger or subscription.
 *
 * @public
 */
export const EventFlowCard = eventMeshPlugin.provide(
  createComponentExtension({
    name: 'EventFlowCard',
    component: {
      lazy: () =>
        import('../components/EventFlowCard').then(m => m.EventFlowCard),
    },
  }),
);

/**
 * Card: how the mesh of a cluster was read, and what is wrong in it.
 *
 * @public
 */
export const EnvironmentCard = eventMeshPlugin.provide(
  createComponentExtension({
    name: 'EnvironmentCard',
    component: {
      lazy: () =>
        import('../components/EnvironmentCard').then(m => m.EnvironmentCard),
    },
  }),
);

/**
 * Content of a tab: what producers and consumers of an event type can rely on.
 *
 * @public
 */
export const EventContractContent = eventMeshPlugin.provide(
  createComponentExtension({
    name: 'EventContractContent',
    component: {
      lazy: () =>
        import('../components/ContractContent').then(m => m.ContractContent),
    },
  }),
);

/**
 * Whether an entity is an event type, and has a contract: for
 * `EntityLayout.Route`.
 *
 * @public
 */
export const hasEventContract = filterPredicateToFilterFunction(isEventType);

/**
 * Whether an entity has an event flow card: for `EntitySwitch.Case`.
 *
 * @public
 */
export const hasEventFlow = filterPredicateToFilterFunction(isInEventMesh);

/**
 * Whether an entity stands for an environment: for `EntitySwitch.Case`.
 *
 * @public
 */
export const isEventMeshEnvironment =
  filterPredicateToFilterFunction(isEnvironment);
