import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { parse } from 'yaml';
import {
  anyObject,
  broker,
  eventType,
  generatedFor,
  knativeService,
  ofType,
  referenceTo,
  service,
  trigger,
} from './__testUtils__/objects';
import {
  meshReader,
  startTestMesh,
  type Answer,
} from './__testUtils__/startTestMesh';

type Item = Record<string, unknown>;

interface Schema {
  [keyword: string]: unknown;
}

/** Forbids fields that the document does not name. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(closed);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const inner: Schema = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value)]),
  );
  return inner.type === 'object' && inner.properties
    ? { additionalProperties: false, ...inner }
    : inner;
}

const status = {
  observedGeneration: 1,
  address: { url: 'http://broker-ingress/shop/default' },
  conditions: [
    {
      type: 'Ready',
      status: 'False',
      reason: 'NotYet',
      message: 'Not yet.',
      lastTransitionTime: '2026-01-01T00:00:00Z',
    },
  ],
};

const messaging = 'messaging.knative.dev/v1';
const sourcesGroup = 'sources.knative.dev/v1';
const alpha = 'eventing.knative.dev/v1alpha1';

const stock = service('shop/stock', { annotation: 'stock' });
const toStock = { ref: referenceTo(stock) };
const delivery = { deadLetterSink: toStock, retry: 3 };
const shared = {
  ...status,
  conditions: [
    ...status.conditions,
    {
      type: 'EventPoliciesReady',
      status: 'True',
      reason: 'DefaultAuthorizationMode',
      message: 'Default authz mode is "allow-same-namespace"',
    },
  ],
};
const shopBroker = {
  ...broker('shop/default', 'MTChannelBasedBroker', {
    ...shared,
    deadLetterSinkUri: 'http://stock.shop.svc.cluster.local',
  }),
  spec: { delivery },
};
const channel = anyObject(messaging, 'Channel', 'shop/orders', {
  spec: { delivery },
  status: {
    ...shared,
    channel: {
      apiVersion: messaging,
      kind: 'InMemoryChannel',
      namespace: 'shop',
      name: 'orders',
    },
  },
});
const subscription = anyObject(messaging, 'Subscription', 'shop/orders', {
  spec: {
    channel: referenceTo(channel),
    subscriber: toStock,
    reply: { ref: referenceTo(shopBroker) },
  },
  status,
});
const backing = anyObject(
  messaging,
  'InMemoryChannel',
  'shop/orders',
  {
    spec: {},
    status: {
      ...shared,
      subscribers: [
        {
          uid: subscription.metadata.uid,
          observedGeneration: 1,
          ready: 'True',
        },
      ],
    },
  },
  generatedFor(channel),
);
const bindingSpec = {
  sink: { ref: referenceTo(shopBroker), uri: '/in' },
  ceOverrides: { extensions: { team: 'shop' } },
};
const binding = anyObject(sourcesGroup, 'SinkBinding', 'shop/binding', {
  spec: { ...bindingSpec, delivery, subject: referenceTo(stock) },
  status: { ...status, auth: { serviceAccountName: 'binding' } },
});
const ping = anyObject(sourcesGroup, 'PingSource', 'shop/ping', {
  spec: {
    sink: { ref: referenceTo(shopBroker) },
    schedule: '* * * * *',
  },
  status: {
    ...status,
    ceAttributes: [{ type: 'ping', source: '/ping' }],
  },
});

const objects = [
  shopBroker,
  broker('cart/default'),
  {
    ...eventType('shop/order', 'com.acme.order', 'default', {
      source: '/shop/{id}',
      schema: 'https://example.com/order.json',
      schemaData: '{"type":"object"}',
      description: 'An order.',
    }),
    status,
  },
  eventType('shop/ping', 'ping', 'default'),
  eventType('shop/orphan', 'com.acme.orphan'),
  eventType('shop/malformed', ''),
  trigger(
    'shop/certain',
    'default',
    'KnativeService/ledger',
    ofType('com.acme.order'),
    status,
  ),
  trigger('shop/variables', 'default', 'Service/stock', {
    filter: { attributes: { source: '/shop/1', subject: 'x', dataschema: '' } },
  }),
  trigger(
    'shop/filters',
    'default',
    { subscriber: { uri: 'http://x' } },
    {
      filters: [{ exact: { type: 'a' } }, { cesql: "type = 'a'" }],
    },
  ),
  trigger('cart/class', 'default', undefined, {
    filter: { attributes: { subject: '' } },
  }),
  dependingOn(
    trigger('shop/depending', 'default', 'Service/stock', { delivery }),
    ping,
  ),
  eventType('shop/answer', 'com.acme.answer', undefined, {
    reference: {
      apiVersion: 'eventing.knative.dev/v1',
      kind: 'Trigger',
      name: 'certain',
    },
  }),
  eventType('shop/queued', 'com.acme.queued', undefined, {
    reference: referenceTo(channel),
  }),
  knativeService('shop/ledger', { label: 'ledger' }),
  stock,
  channel,
  backing,
  subscription,
  binding,
  ping,
  anyObject('flows.knative.dev/v1', 'Sequence', 'shop/steps', {
    spec: {
      steps: [{ ...toStock, delivery }],
      reply: { ref: referenceTo(shopBroker) },
      delivery,
    },
    status: {
      ...shared,
      subscriptionStatuses: [{ ready: status.conditions[0] }],
    },
  }),
  anyObject('flows.knative.dev/v1', 'Parallel', 'shop/branches', {
    spec: {
      branches: [{ filter: toStock, subscriber: toStock, reply: toStock }],
    },
  }),
  anyObject(alpha, 'KafkaSink', 'shop/topic', {
    spec: { topic: 'orders' },
    status: shared,
  }),
  anyObject(alpha, 'EventPolicy', 'shop/policy', {
    spec: {
      to: [
        { ref: { apiVersion: messaging, kind: 'Channel', name: 'orders' } },
        {
          selector: {
            apiVersion: messaging,
            kind: 'Channel',
            matchLabels: { app: 'x' },
          },
        },
      ],
      from: [{ ref: referenceTo(ping) }, { sub: 'system:serviceaccount:*' }],
      filters: [{ exact: { type: 'a' } }],
    },
    status: { ...status, from: ['system:serviceaccount:shop:ping'] },
  }),
];

function dependingOn(
  object: ReturnType<typeof trigger>,
  source: ReturnType<typeof anyObject>,
) {
  const dependency = JSON.stringify(referenceTo(source));
  const annotations = { 'knative.dev/dependency': dependency };
  return { ...object, metadata: { ...object.metadata, annotations } };
}

describe('the contract', () => {
  const validators = loadValidators();

  async function loadValidators() {
    const file = join(__dirname, '..', 'openapi', 'event-mesh-v1.yaml');
    const document = parse(await readFile(file, 'utf8'));
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    ajv.addSchema({
      $id: 'event-mesh',
      components: closed(document.components),
    });
    const of = (schema: string) =>
      ajv.compile({ $ref: `event-mesh#/components/schemas/${schema}` });
    return {
      schemas: document.components.schemas as Record<
        string,
        { properties: object }
      >,
      documented: Object.keys(
        document.paths['/getEventMesh'].get.responses,
      ).map(Number),
      EventMesh: of('EventMesh'),
      Error: of('Error'),
    };
  }

  async function expectDocumented(answer: Answer) {
    const { documented, EventMesh, Error } = await validators;
    expect(documented).toContain(answer.status);
    const validate = answer.status === 200 ? EventMesh : Error;
    validate(answer.body);
    expect(validate.errors ?? []).toEqual([]);
  }

  it('would notice a field that is not documented', async () => {
    const { EventMesh } = await validators;
    const mesh = {
      eventTypes: [],
      brokers: [],
      subscribables: [],
      sources: [],
      omitted: [{ reason: 'forbidden', message: '', secret: 1 }],
    };
    expect(EventMesh(mesh)).toBe(false);
  });

  it('holds for whole, empty and partial answers, and for failures', async () => {
    const mesh = await startTestMesh({
      objects,
      tokens: { narrow: [meshReader(['shop'])] },
    });
    const narrow = { authorization: 'Bearer narrow' };
    const answers = [
      await mesh.getMesh(),
      await mesh.getMesh('?namespace=nowhere'),
      await mesh.getMesh('?namespace=shop&namespace=cart', narrow),
      await mesh.getMesh('?unknown=1'),
      await mesh.getMesh('', {}),
      await mesh.getMesh('', narrow),
      await mesh.get('/unknown'),
    ];
    mesh.cluster.inject({ match: /brokers/, status: 500 });
    answers.push(await mesh.getMesh());
    await mesh.close();

    expect(answers.map(answer => answer.status)).toEqual([
      200, 200, 200, 400, 401, 403, 404, 503,
    ]);
    for (const answer of answers) {
      await expectDocumented(answer);
    }
  });

  it('is used whole: each documented field stands in some answer', async () => {
    const mesh = await startTestMesh({ objects });
    const { body } = await mesh.getMesh();
    await mesh.close();
    const { schemas } = await validators;
    const { triggers, subscriptions, sources, flows, policies } = body;
    const each = (items: Item[], key: string) =>
      items.flatMap(item => (item[key] ?? []) as Item[]);
    const steps = each(flows, 'steps');
    const receivers = [...body.brokers, ...body.subscribables];
    const deliveries = each([...triggers, ...receivers], 'delivery');
    const answered: Record<string, object[]> = {
      EventMesh: [body],
      EventType: body.eventTypes,
      Producer: each(body.eventTypes, 'producers'),
      MeshLink: each(each(body.eventTypes, 'producers'), 'via'),
      Broker: body.brokers,
      Subscribable: body.subscribables,
      Source: sources,
      Emission: each(sources, 'emissions'),
      Setting: each(sources, 'settings'),
      Trigger: triggers,
      Subscription: subscriptions,
      Sink: body.sinks,
      Flow: flows,
      FlowStep: steps,
      EventPolicy: policies,
      PolicyTarget: each(policies, 'to'),
      PolicySubject: each(policies, 'from'),
      Delivery: deliveries,
      DeliverySetting: each(deliveries, 'settings'),
      Authorization: each(receivers, 'authorization'),
      Destination: each(triggers, 'subscriber'),
      Readiness: each(receivers, 'readiness'),
      Finding: body.findings,
    };
    for (const [schema, instances] of Object.entries(answered)) {
      expect([
        schema,
        [...new Set(instances.flatMap(Object.keys))].sort(),
      ]).toEqual([schema, Object.keys(schemas[schema].properties).sort()]);
    }
  });
});
