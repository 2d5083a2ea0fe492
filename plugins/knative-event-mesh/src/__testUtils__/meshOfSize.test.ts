import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  readEventTypeDetails,
  eventMeshAnnotations,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  environmentEntity,
  eventTypeEntity,
  ledgerEntity,
  makeConsumer,
  received,
} from './entities';
import { meshOfSize } from './meshOfSize';

const eventType = eventTypeEntity(received, [makeConsumer()]);
eventType.metadata.annotations![eventMeshAnnotations.role] = 'eventType';
const mesh = [eventType, ledgerEntity, environmentEntity()];

describe('meshOfSize', () => {
  it('is the mesh itself when no more is asked for', () => {
    expect(meshOfSize(mesh, 0)).toEqual(mesh);
    expect(meshOfSize(mesh, 1)).toEqual(mesh);
  });

  it('makes copies that have no name in common and fit together', () => {
    const large = meshOfSize(mesh, 3);

    expect(large.map(stringifyEntityRef)).toEqual([
      'api:payments/payment-received',
      'component:default/ledger',
      'system:default/knative-event-mesh-demo',
      'api:payments-2/payment-received',
      'component:default-2/ledger',
      'system:default/knative-event-mesh-demo-2',
      'api:payments-3/payment-received',
      'component:default-3/ledger',
      'system:default/knative-event-mesh-demo-3',
    ]);
    expect(
      readEventTypeDetails(large[3])?.consumers?.[0].link.components,
    ).toEqual(['component:default-2/ledger']);
  });
});
