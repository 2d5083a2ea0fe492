import type { Entity } from '@backstage/catalog-model';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';
import {
  brokerEntity,
  eventTypeEntity,
  ledgerEntity,
  makeConsumer,
  received,
  sourceEntity,
} from '../../__testUtils__/entities';
import { QueryingCatalogClient } from '../../__testUtils__/QueryingCatalogClient';
import { loadTopology } from './loadTopology';
import { selectGraph } from './selectGraph';
import type { TopologyScope } from './topologyScope';

const broker = 'component:payments/default-broker';
const eventType = 'api:payments/payment-received';
const ledger = 'component:default/ledger';

const everything: TopologyScope = {
  environment: '',
  namespace: '',
  broker: '',
  focus: '',
  depth: 2,
};

/** As the catalog in memory of the tests finds it: paths in lower case, too. */
function searchable(entity: Entity, namespace = 'payments'): Entity {
  const inLowerCase = JSON.parse(
    JSON.stringify(entity.spec?.eventMesh ?? {}, (_, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value).map(([key, part]) => [
              key.toLowerCase(),
              part,
            ]),
          )
        : value,
    ),
  );
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [eventMeshAnnotations.environment]: 'demo',
        [eventMeshAnnotations.namespace]: namespace,
        ...(entity.kind === 'API' && {
          [eventMeshAnnotations.role]: 'eventType',
        }),
      },
    },
    spec: { ...entity.spec, eventmesh: inLowerCase },
  };
}

const entities = [
  searchable(eventTypeEntity(received, [makeConsumer()])),
  searchable(
    eventTypeEntity({ name: 'payment-refused', type: 'a.refused' }, [], {}),
  ),
  searchable(brokerEntity()),
  searchable(sourceEntity(), 'elsewhere'),
  ledgerEntity,
];

async function load(scope: Partial<TopologyScope>, known = entities) {
  const catalogApi = new QueryingCatalogClient({ entities: known });
  const reading = await loadTopology(catalogApi, { ...everything, ...scope });
  const { whole } = selectGraph(
    reading,
    { ...everything, ...scope },
    { expanded: new Set(), isAll: false },
  );
  return { ...reading, ids: whole.nodes.map(({ id }) => id) };
}

describe('loadTopology', () => {
  it('reads what is in a namespace, and who else it names', async () => {
    const { ids, referred } = await load({
      environment: 'demo',
      namespace: 'payments',
    });

    expect(ids).toEqual([
      'api:payments/payment-received',
      'api:payments/payment-refused',
      ledger,
      broker,
    ]);
    expect([...referred.keys()]).toEqual([ledger]);
    expect(referred.get(ledger)?.metadata.name).toBe('ledger');
  });

  it('reads a broker with its event types and their consumers', async () => {
    expect((await load({ broker })).ids).toEqual([
      'api:payments/payment-received',
      'api:payments/payment-refused',
      ledger,
      broker,
    ]);
  });

  it('reads what is around a component, as far as it is asked to', async () => {
    expect((await load({ focus: ledger, depth: 1 })).ids).toEqual([
      eventType,
      ledger,
    ]);
    expect((await load({ focus: ledger, depth: 2 })).ids).toEqual([
      eventType,
      ledger,
      broker,
    ]);
    expect((await load({ focus: ledger, depth: 3 })).ids).toEqual([
      eventType,
      'api:payments/payment-refused',
      ledger,
      broker,
    ]);
  });

  it('knows what the viewer cannot see by its name only', async () => {
    const visible = entities.filter(entity => entity !== ledgerEntity);
    const { referred } = await load({ namespace: 'payments' }, visible);

    expect([...referred]).toEqual([[ledger, undefined]]);
  });

  it('finds nothing around what is not there', async () => {
    expect((await load({ focus: 'component:default/nobody' })).ids).toEqual([]);
  });
});
