import type { Entity } from '@backstage/catalog-model';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';
import {
  brokerEntity,
  channelEntity,
  eventTypeEntity,
  flowEntity,
  ledgerEntity,
  linkedService,
  makeConsumer,
  received,
  sinkEntity,
  sourceEntity,
  unlinkedService,
} from '../../__testUtils__/entities';
import { buildMeshGraph } from './buildMeshGraph';
import { isPossibleOnly, isUnconfirmed, type MeshGraph } from './meshGraph';

const broker = 'component:payments/default-broker';
const eventType = 'api:payments/payment-received';
const ledger = 'component:default/ledger';
const mailer = 'object: /Service payments/mailer';

/** Our readers know an event type by its role. */
function eventTypeOf(...details: Parameters<typeof eventTypeEntity>): Entity {
  const entity = eventTypeEntity(...details);
  entity.metadata.annotations![eventMeshAnnotations.role] = 'eventType';
  return entity;
}

function outgoing(name: string, destination: ReturnType<typeof linkedService>) {
  return {
    via: { kind: 'Trigger', namespace: 'payments', name, filter: [] },
    subscriber: destination.destination,
    link: destination.link,
    eventTypes: [],
  };
}

function edgesOf({ edges }: MeshGraph) {
  return edges.map(({ id }) => id);
}

function nodeOf({ nodes }: MeshGraph, id: string) {
  return nodes.find(node => node.id === id)!;
}

describe('buildMeshGraph', () => {
  it('leads from the broker over the event type to its consumers', () => {
    const graph = buildMeshGraph([eventTypeOf(received, [makeConsumer()])]);

    expect(edgesOf(graph)).toEqual([
      `${eventType} delivers ${ledger}`,
      `${broker} provides ${eventType}`,
    ]);
    expect(nodeOf(graph, eventType)).toMatchObject({
      role: 'eventType',
      lane: 'eventType',
      name: 'com.example.payment.received',
      presence: 'inCatalog',
    });
    expect(nodeOf(graph, broker)).toMatchObject({
      role: 'broker',
      lane: 'provider',
      kind: 'Broker',
      name: 'default',
      readiness: { status: 'True', stale: false },
      presence: 'notAsked',
    });
    expect(nodeOf(graph, ledger)).toMatchObject({
      role: 'component',
      lane: 'consumer',
    });
  });

  it('takes a link once that both of its ends tell of', () => {
    const consumer = makeConsumer();
    const graph = buildMeshGraph([
      eventTypeOf(received, [consumer]),
      brokerEntity({
        triggers: [
          {
            via: consumer.via,
            subscriber: consumer.subscriber,
            link: consumer.link,
            eventTypes: [
              {
                entityRef: eventType,
                type: received.type,
                match: 'yes',
                reasons: [],
              },
            ],
          },
        ],
      }),
    ]);

    const delivers = graph.edges.filter(({ kind }) => kind === 'delivers');
    expect(delivers).toHaveLength(1);
    expect(delivers[0].links).toHaveLength(1);
    expect(nodeOf(graph, broker).presence).toBe('inCatalog');
  });

  it('does not depend on the order of the entities', () => {
    const entities = [
      eventTypeOf(received, [makeConsumer()]),
      brokerEntity({ triggers: [outgoing('all', unlinkedService('mailer'))] }),
      sourceEntity({ sink: linkedService('ledger') }),
    ];

    const graph = buildMeshGraph(entities);
    const reversed = buildMeshGraph([...entities].reverse());
    expect(edgesOf(reversed)).toEqual(edgesOf(graph));
    expect(reversed.nodes).toEqual(graph.nodes);
  });

  it('tells what is only possible, and what is not confirmed', () => {
    const { link } = makeConsumer();
    const possible = makeConsumer({ match: 'maybe' });
    const earlier = makeConsumer({
      via: { ...possible.via, name: 'earlier' },
      link: { ...link, components: ['component:default/b'], unconfirmed: true },
    });
    const graph = buildMeshGraph([eventTypeOf(received, [possible, earlier])]);

    const [toOther, toLedger] = graph.edges;
    expect(toOther.target).toBe('component:default/b');
    expect([isPossibleOnly(toOther), isUnconfirmed(toOther)]).toEqual([
      false,
      true,
    ]);
    expect([isPossibleOnly(toLedger), isUnconfirmed(toLedger)]).toEqual([
      true,
      false,
    ]);
  });

  it('leads past the event types where a trigger passes none', () => {
    const graph = buildMeshGraph([
      brokerEntity({ triggers: [outgoing('all', unlinkedService('mailer'))] }),
    ]);

    expect(edgesOf(graph)).toEqual([`${broker} delivers ${mailer}`]);
    expect(nodeOf(graph, mailer)).toMatchObject({
      role: 'object',
      kind: 'Service',
      presence: 'notLinked',
      advice: expect.stringContaining('backstage.io/kubernetes-id'),
    });
  });

  it('draws what does not exist, what is elsewhere and nobody as such', () => {
    const graph = buildMeshGraph([
      brokerEntity({
        triggers: [
          {
            ...outgoing('missing', unlinkedService('gone')),
            link: { state: 'notFound', components: [] },
          },
          {
            ...outgoing('far', linkedService('x')),
            subscriber: { uri: 'https://example.com/in', found: 'unknown' },
            link: { state: 'external', components: [] },
          },
          {
            ...outgoing('empty', linkedService('x')),
            subscriber: { found: 'unknown' },
            link: { state: 'noSubscriber', components: [] },
          },
        ],
      }),
    ]);

    expect(graph.nodes.map(({ name, presence }) => [name, presence])).toEqual(
      expect.arrayContaining([
        ['gone', 'notFound'],
        ['https://example.com/in', 'external'],
        ['/Trigger payments/empty', 'noSubscriber'],
      ]),
    );
  });

  it('marks dead letters and replies', () => {
    const graph = buildMeshGraph([
      channelEntity({
        delivery: { deadLetterSink: unlinkedService('rest'), settings: [] },
        subscriptions: [
          {
            ...outgoing('audit', linkedService('ledger')),
            via: {
              ...outgoing('audit', linkedService('ledger')).via,
              kind: 'Subscription',
              reply: unlinkedService('answers'),
              delivery: {
                deadLetterSink: unlinkedService('own'),
                deadLetterSinkFrom: 'own',
                settings: [],
              },
            },
          },
        ],
      }),
    ]);

    const channel = 'component:payments/orders-channel';
    expect(edgesOf(graph)).toEqual([
      `${ledger} reply object: /Service payments/answers`,
      `${channel} deadLetter object: /Service payments/own`,
      `${channel} deadLetter object: /Service payments/rest`,
      `${channel} delivers ${ledger}`,
    ]);
    expect(nodeOf(graph, 'object: /Service payments/rest').lane).toBe('sink');
  });

  it('says what a source sends, and who runs it', () => {
    const graph = buildMeshGraph([
      sourceEntity({
        sink: {
          ...linkedService('x'),
          link: { state: 'linked', components: [broker] },
        },
        emissions: [{ type: 'a.b', match: 'yes' }] as never,
        workloads: [linkedService('checkout'), unlinkedService('worker')],
      }),
    ]);

    const source = 'component:payments/nightly-pingsource';
    expect(edgesOf(graph)).toEqual([
      `component:default/checkout runs ${source}`,
      `${source} sends ${broker}`,
    ]);
    expect(graph.edges[1].links.map(link => link.eventType)).toEqual(['a.b']);
    expect(nodeOf(graph, 'component:default/checkout').lane).toBe('source');
  });

  it('calls the steps of a flow by their number', () => {
    const graph = buildMeshGraph([
      flowEntity('Sequence', {
        steps: [
          { subscriber: linkedService('first') },
          { subscriber: linkedService('second') },
        ],
        reply: linkedService('last'),
      }),
    ]);

    expect(
      graph.edges.map(({ kind, target, links }) => [
        kind,
        target,
        links[0].step,
      ]),
    ).toEqual([
      ['reply', 'component:default/last', undefined],
      ['step', 'component:default/first', { part: 'step', number: 1 }],
      ['step', 'component:default/second', { part: 'step', number: 2 }],
    ]);
  });

  it('believes a sink who sends to it, where nothing else does', () => {
    const flow = 'component:payments/settlement-sequence';
    const sender = {
      reference: {
        group: 'flows.knative.dev',
        kind: 'Sequence',
        namespace: 'payments',
        name: 'settlement',
      },
      entityRef: flow,
      as: 'reply',
    } as const;
    const graph = buildMeshGraph([sinkEntity({ senders: [sender] })]);

    expect(edgesOf(graph)).toEqual([
      `${flow} reply component:payments/archive-jobsink`,
    ]);
    expect(nodeOf(graph, flow)).toMatchObject({
      role: 'flow',
      kind: 'Sequence',
      name: 'settlement',
    });
  });

  it('joins the subscriber that answers with an event type to it', () => {
    const graph = buildMeshGraph([
      eventTypeOf(received, [], {
        producers: [
          {
            via: {
              group: '',
              kind: 'Trigger',
              namespace: 'payments',
              name: 'to-ledger',
            },
            match: 'maybe',
            evidence: 'reply',
            workloads: [linkedService('ledger')],
          },
        ],
      }),
    ]);

    const [reply] = graph.edges.filter(({ kind }) => kind === 'reply');
    expect([reply.source, reply.target]).toEqual([ledger, eventType]);
    expect(isPossibleOnly(reply)).toBe(true);
  });

  it('says of what is named only whether the viewer can see it', () => {
    const graph = buildMeshGraph(
      [eventTypeOf(received, [makeConsumer()])],
      new Map<string, Entity | undefined>([
        [
          ledger,
          {
            ...ledgerEntity,
            metadata: { name: 'ledger', title: 'The Ledger' },
          },
        ],
        [broker, undefined],
      ]),
    );

    expect(nodeOf(graph, ledger)).toMatchObject({
      name: 'The Ledger',
      kind: 'service',
      presence: 'inCatalog',
    });
    expect(nodeOf(graph, broker)).toMatchObject({
      name: 'default',
      presence: 'notInCatalog',
    });
  });

  it('keeps an entity that is joined to nothing, and leaves refs out that are none', () => {
    expect(buildMeshGraph([ledgerEntity]).nodes).toHaveLength(1);

    const { link } = makeConsumer();
    const graph = buildMeshGraph([
      eventTypeOf(received, [
        makeConsumer({ link: { ...link, components: ['no ref', ''] } }),
      ]),
    ]);
    expect(graph.edges.every(({ kind }) => kind === 'provides')).toBe(true);
  });
});
