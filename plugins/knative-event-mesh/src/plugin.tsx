import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isInEventMesh } from './lib/isInEventMesh';

/** Who provides an event type, and who receives it through which trigger. */
export const eventFlowCard = EntityCardBlueprint.make({
  name: 'event-flow',
  params: {
    type: 'content',
    filter: isInEventMesh,
    loader: () =>
      import('./components/EventFlowCard').then(m => <m.EventFlowCard />),
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
  info: { packageJson: () => import('../package.json') },
  extensions: [eventFlowCard],
});
