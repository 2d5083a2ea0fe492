import {
  attributesOfEventType,
  matchTrigger,
} from 'backstage-plugin-knative-event-mesh-common';
import { dataSets } from './dataSets';
import { sourceOf, typeName, typesOfBroker } from './eventTypes';
import { filterOf } from './filters';

interface Spec {
  filter?: { attributes: Record<string, string> };
  filters?: Record<string, unknown>[];
}

describe.each(dataSets)('the filters of the data set $name', set => {
  const filters = Array.from(
    { length: set.triggers },
    (_, index): Spec => filterOf(set, index),
  );

  it('use every dialect', () => {
    const used = filters.flatMap(({ filter, filters: list = [] }) => [
      ...(filter ? ['attributes'] : []),
      ...list.flatMap(Object.keys),
    ]);

    expect([...new Set(used)].sort()).toEqual([
      'all',
      'any',
      'attributes',
      'cesql',
      'exact',
      'not',
      'prefix',
      'suffix',
    ]);
    expect(filters).toContainEqual({});
  });

  it('pass some event type of their broker, each', () => {
    const declarations = Array.from({ length: set.eventTypes }, (_, index) =>
      attributesOfEventType({
        type: typeName(index),
        source: sourceOf(index),
        attributes: [],
      }),
    );
    const idle = filters.filter(
      ({ filter, filters: list }, index) =>
        !typesOfBroker(set, index % set.brokers).some(
          type =>
            matchTrigger({
              attributes: declarations[type],
              trigger: { filter: filter?.attributes, filters: list },
              brokerClass: 'MTChannelBasedBroker',
            }).match !== 'no',
        ),
    );

    expect(idle).toEqual([]);
  });
});
