import { stringifyEntityRef } from '@backstage/catalog-model';
import { readEventTypeDetails } from 'backstage-plugin-knative-event-mesh-common';
import {
  broker,
  channel,
  eventMesh,
  eventType,
  flow,
  meshReference,
  policy,
  sink,
  source,
  subscription,
  trigger,
  via,
} from '../testUtils';
import { toEntities } from '.';
import { narrowMesh } from './narrowMesh';

const elsewhere = { namespace: 'orders' };
const finding = (kind: string, namespace: string, name: string) => ({
  code: 'noDeadLetterSink',
  severity: 'info' as const,
  object: { group: 'eventing.knative.dev', kind, namespace, name },
  message: 'x',
  action: 'y',
});
const options = {
  environment: 'dev',
  owner: 'group:default/unknown',
  lifecycle: 'dev',
  relatePossibleConsumers: false,
  trustConsumedBy: false,
  passThrough: { labels: [], annotations: [] },
};
const noComponents = { byId: new Map(), selecting: [] };
const backing = meshReference(
  'messaging.knative.dev',
  'InMemoryChannel',
  'orders',
);
const everything = eventMesh({
  eventTypes: [eventType(), eventType(elsewhere)],
  brokers: [broker(), broker(elsewhere)],
  subscribables: [channel({ backing }), channel(elsewhere)],
  sources: [source(), source(elsewhere)],
  sinks: [sink(), sink(elsewhere)],
  flows: [flow(), flow(elsewhere)],
  triggers: [trigger(), trigger(elsewhere)],
  subscriptions: [subscription(), subscription(elsewhere)],
  policies: [policy(), policy(elsewhere)],
  findings: [
    finding('Broker', 'payments', 'default'),
    finding('Broker', 'orders', 'default'),
    finding('Trigger', 'payments', 'fraud'),
  ],
  namespaces: [
    { name: 'fraud', owner: 'b' },
    { name: 'payments', owner: 'a' },
  ],
  omitted: [
    { kind: 'Service', reason: 'forbidden', message: 'a' },
    { ...elsewhere, reason: 'forbidden', message: 'b' },
    { namespace: 'payments', reason: 'forbidden', message: 'c' },
  ],
});

describe('narrowMesh', () => {
  it('leaves a mesh as it is when nothing is configured', () => {
    const { mesh, leftOutBy } = narrowMesh(everything, {});
    expect(mesh).toBe(everything);
    expect(leftOutBy(backing)).toBeUndefined();
  });

  it('leaves out whatever is in other namespaces', () => {
    const { mesh, leftOutBy } = narrowMesh(everything, {
      namespaces: ['payments'],
    });
    const { serviceVersion, findings, omitted, namespaces, ...lists } = mesh;
    expect(namespaces).toEqual([{ name: 'payments', owner: 'a' }]);
    for (const [name, list] of Object.entries(lists)) {
      expect([name, list]).toEqual([
        name,
        [expect.objectContaining({ namespace: 'payments' })],
      ]);
    }
    expect(findings?.map(({ object }) => object.namespace)).toEqual([
      'payments',
      'payments',
    ]);
    expect(omitted?.map(({ message }) => message)).toEqual(['a', 'c']);
    expect(leftOutBy({ ...backing, namespace: 'orders' })).toBe('namespaces');
    expect(leftOutBy(backing)).toBeUndefined();
  });

  it('leaves lists out that the answer does not have', () => {
    const { mesh } = narrowMesh(
      eventMesh({ sinks: undefined, flows: undefined, triggers: undefined }),
      { namespaces: ['payments'], emit: { sinks: false } },
    );
    expect(mesh.sinks).toBeUndefined();
    expect(mesh.flows).toBeUndefined();
    expect(mesh.triggers).toBeUndefined();
  });

  it.each([
    ['brokers', 'component:payments/default-broker'],
    ['channels', 'component:payments/orders-channel'],
    ['sources', 'component:payments/clock-pingsource'],
    ['sinks', 'component:payments/archive-jobsink'],
    ['flows', 'component:payments/screening-sequence'],
  ])('makes no entities of %s, and relates nothing to them', (kind, ref) => {
    const own = (emit: Record<string, boolean>) =>
      toEntities(everything, noComponents, {
        ...options,
        namespaces: ['payments'],
        emit,
      }).entities;
    const all = own({ [kind]: true }).map(entity => stringifyEntityRef(entity));
    const fewer = own({ [kind]: false });
    expect(all).toContain(ref);
    expect(fewer.map(entity => stringifyEntityRef(entity))).toEqual(
      all.filter(other => other !== ref),
    );
    expect(JSON.stringify(fewer)).not.toContain(ref);
  });

  it('says which setting leaves a subscriber out', () => {
    const linkTo = (
      reference: ReturnType<typeof meshReference>,
      scope: Parameters<typeof narrowMesh>[1],
    ) => {
      const { entities } = toEntities(
        eventMesh({
          subscribables: [channel({ backing })],
          eventTypes: [eventType({ consumers: [via()] })],
          triggers: [trigger({ subscriber: { reference, found: 'yes' } })],
        }),
        noComponents,
        { ...options, ...scope },
      );
      const [consumer] = entities.flatMap(
        entity => readEventTypeDetails(entity)?.consumers ?? [],
      );
      return consumer.link;
    };
    expect(linkTo(backing, { emit: { channels: false } })).toEqual({
      state: 'notRead',
      components: [],
      advice:
        'InMemoryChannel payments/orders is not in the catalog, because the setting emit.channels of this environment is false. Remove that, if it belongs there.',
    });
    expect(
      linkTo({ ...backing, ...elsewhere }, { namespaces: ['payments'] }),
    ).toEqual({
      state: 'notRead',
      components: [],
      advice:
        'InMemoryChannel orders/orders is outside the configured namespaces. Add orders to the setting namespaces of this environment, if it belongs in the catalog.',
    });
  });

  it('forgets who sends and receives through what is left out', () => {
    const links = [
      { via: { kind: 'Trigger', namespace: 'payments', name: 'fraud' } },
      { via: { kind: 'Trigger', namespace: 'orders', name: 'fraud' } },
      { via: { ...meshReference('sinks.knative.dev', 'JobSink', 'archive') } },
    ];
    const { mesh } = narrowMesh(
      eventMesh({
        sinks: [sink()],
        eventTypes: [
          eventType({
            consumers: links.map(link => ({
              ...link,
              match: 'yes' as const,
              reasons: [],
            })),
          }),
        ],
      }),
      { namespaces: ['payments'], emit: { sinks: false } },
    );
    expect(mesh.eventTypes[0].consumers?.map(consumer => consumer.via)).toEqual(
      [links[0].via],
    );
  });
});
