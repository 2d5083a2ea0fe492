import { readEventTypeDetails } from 'backstage-plugin-knative-event-mesh-common';
import { eventTypeEntity, received } from '../__testUtils__/entities';
import { producersInCatalog } from './producersInCatalog';

describe('producersInCatalog', () => {
  it('leaves out what the cluster knows of, and other relations', () => {
    const entity = {
      ...eventTypeEntity(received, [], {
        relatedProducers: ['component:default/checkout'],
      }),
      relations: [
        ['apiProvidedBy', 'component:default/shop'],
        ['apiProvidedBy', 'component:default/checkout'],
        ['apiProvidedBy', 'component:payments/default-broker'],
        ['apiProvidedBy', 'component:default/app'],
        ['apiConsumedBy', 'component:default/mailer'],
      ].map(([type, targetRef]) => ({ type, targetRef })),
    };

    expect(producersInCatalog(entity, readEventTypeDetails(entity)!)).toEqual([
      'component:default/app',
      'component:default/shop',
    ]);
  });
});
