import type { Entity } from '@backstage/catalog-model';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { meshOfSize } from '../src/__testUtils__/meshOfSize';
import { searchableCatalog } from '../src/__testUtils__/searchableCatalog';
import demoMesh from './demoMesh.json';
import { readAt } from './readAt';
import { wantedNodes } from './wantedNodes';

/**
 * A catalog in the browser, with the demo mesh as a real catalog has it, or with
 * so many copies of it as the URL asks for.
 */
export const devCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: catalogApiRef,
          deps: {},
          factory: () =>
            searchableCatalog(
              readAt(
                meshOfSize(demoMesh as unknown as Entity[], wantedNodes()),
                new Date(),
              ),
            ),
        }),
    }),
  ],
});
