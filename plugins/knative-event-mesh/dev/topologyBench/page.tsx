import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { Bench } from './Bench';

/** A real app of Backstage with one page, in which graphs are drawn and timed. */
createDevApp({
  features: [
    createFrontendPlugin({
      pluginId: 'topology-bench',
      extensions: [
        PageBlueprint.make({
          params: { path: '/', noHeader: true, loader: async () => <Bench /> },
        }),
      ],
    }),
  ],
});
