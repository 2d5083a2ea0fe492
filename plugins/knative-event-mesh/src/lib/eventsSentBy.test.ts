import type { EventProducer } from 'backstage-plugin-knative-event-mesh-common';
import { eventTypeEntity, linkedService } from '../__testUtils__/entities';
import { eventsSentBy } from './eventsSentBy';

function producer(name: string, workload: string): EventProducer {
  return {
    via: {
      group: 'sources.knative.dev',
      kind: 'SinkBinding',
      namespace: 'payments',
      name,
    },
    match: 'yes',
    evidence: 'ownerReference',
    workloads: [linkedService(workload)],
  };
}

describe('eventsSentBy', () => {
  it('finds what the cluster knows of, and what only the catalog says', () => {
    const sent = eventsSentBy(
      'component:default/ledger',
      ['api:payments/c', 'api:payments/b'],
      [
        eventTypeEntity({ name: 'c', type: 'com.example.c' }, []),
        eventTypeEntity({ name: 'b', type: 'com.example.b' }, [], {
          producers: [producer('one', 'ledger'), producer('two', 'mailer')],
        }),
        eventTypeEntity({ name: 'a', type: 'com.example.a' }, [], {
          producers: [producer('three', 'mailer')],
        }),
      ],
    );

    expect(
      sent.map(({ entityRef, producer: by }) => [entityRef, by?.via.name]),
    ).toEqual([
      ['api:payments/b', 'one'],
      ['api:payments/c', undefined],
    ]);
  });
});
