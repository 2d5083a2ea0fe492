import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { createDevApp } from '@backstage/frontend-dev-utils';
import eventMeshPlugin from '../src';
import { devCatalog } from './devCatalog';

createDevApp({
  features: [
    catalogPlugin,
    apiDocsPlugin,
    catalogGraphPlugin,
    devCatalog,
    eventMeshPlugin,
  ],
});
