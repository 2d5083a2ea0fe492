import { createBackend } from '@backstage/backend-defaults';

// The program of `startPortalProcess`: as the portal, but without its pages.
const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import(
    process.env.EVENT_MESH_MODULE ??
      'backstage-plugin-catalog-backend-module-knative-event-mesh'
  ),
);
backend.start();
