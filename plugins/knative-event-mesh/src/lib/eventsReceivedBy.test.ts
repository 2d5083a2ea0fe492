import type { Entity } from '@backstage/catalog-model';
import { eventTypeEntity, makeConsumer } from '../__testUtils__/entities';
import { eventsReceivedBy } from './eventsReceivedBy';

describe('eventsReceivedBy', () => {
  it('finds each link that ends at the component', () => {
    const toLedger = makeConsumer({
      via: {
        kind: 'Trigger',
        namespace: 'payments',
        name: 'to-ledger',
        filter: [],
      },
      link: { state: 'linked', components: ['component:default/ledger'] },
    });
    const toMailer = makeConsumer({
      link: { state: 'linked', components: ['component:default/mailer'] },
    });
    const entities: Entity[] = [
      eventTypeEntity({ name: 'b', type: 'com.example.b' }, [toLedger]),
      eventTypeEntity({ name: 'a', type: 'com.example.a' }, [
        toMailer,
        toLedger,
      ]),
      eventTypeEntity({ name: 'c', type: 'com.example.c' }, [toMailer]),
    ];

    const received = eventsReceivedBy('component:default/ledger', entities);

    expect(
      received.map(({ entityRef, consumer }) => [entityRef, consumer.via.name]),
    ).toEqual([
      ['api:payments/a', 'to-ledger'],
      ['api:payments/b', 'to-ledger'],
    ]);
  });
});
