import type { Entity } from '@backstage/catalog-model';
import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { environmentCard, eventFlowCard, eventMeshPlugin } from '../plugin';

/** Shows the event flow card on the page of an entity. */
export function renderEventFlowCard(
  entity: Entity,
  catalog = catalogApiMock(),
) {
  return renderCard(eventFlowCard, entity, catalog);
}

/** Shows the card of an environment on its page. */
export function renderEnvironmentCard(entity: Entity) {
  return renderCard(environmentCard, entity, catalogApiMock());
}

/** Shows the contract of an event type, which is a tab of its page, in the whole plugin. */
export function renderContract(entity: Entity) {
  return renderTestApp({
    features: [eventMeshPlugin],
    extensions: [createTestEntityPage({ entity })],
    apis: [catalogApiMock()],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

function renderCard(
  card: ExtensionDefinition,
  entity: Entity,
  catalog: ReturnType<typeof catalogApiMock>,
) {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), card],
    apis: [catalog],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}
