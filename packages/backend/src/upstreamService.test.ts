import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { meshRelations } from './__testUtils__/meshRelations';
import { startTestPortal, type TestPortal } from './__testUtils__/testPortal';
import { upstreamAnswer } from './__testUtils__/upstreamAnswer';

const token = 'token-for-upstream-81d2f0';

const withoutConsumers = [
  'api:clock/tick partOf system:default/knative-event-mesh-demo',
  'api:payments/payment-received apiProvidedBy component:payments/payments-broker',
  'api:payments/payment-received partOf system:default/knative-event-mesh-demo',
  'api:payments/payment-refused apiProvidedBy component:payments/payments-broker',
  'api:payments/payment-refused partOf system:default/knative-event-mesh-demo',
  // It counts event types of every namespace as those of a source, and looks for
  // sinks where they need not be, so that nothing is related to one.
  'component:payments/every-minute-pingsource partOf system:default/knative-event-mesh-demo',
  'component:payments/idle-broker partOf system:default/knative-event-mesh-demo',
  'component:payments/payments-broker partOf system:default/knative-event-mesh-demo',
  'component:payments/payments-broker providesApi api:payments/payment-received',
  'component:payments/payments-broker providesApi api:payments/payment-refused',
  'system:default/knative-event-mesh-demo hasPart api:clock/tick',
  'system:default/knative-event-mesh-demo hasPart api:payments/payment-received',
  'system:default/knative-event-mesh-demo hasPart api:payments/payment-refused',
  'system:default/knative-event-mesh-demo hasPart component:payments/every-minute-pingsource',
  'system:default/knative-event-mesh-demo hasPart component:payments/idle-broker',
  'system:default/knative-event-mesh-demo hasPart component:payments/payments-broker',
];
// Nobody is registered as `nobody`.
const consumers = [
  'api:payments/payment-received apiConsumedBy component:default/order-management',
  'api:payments/payment-received apiConsumedBy component:default/receipt-mailer',
  'component:default/order-management consumesApi api:payments/payment-received',
  'component:default/receipt-mailer consumesApi api:payments/payment-received',
];

describe.each<[string, boolean | undefined, string[], RegExp]>([
  [
    'relates nobody on the word of a service that counts those who receive nothing',
    undefined,
    withoutConsumers,
    /set catalog\.providers\.knativeEventMesh\.demo\.trustConsumedBy to true/,
  ],
  [
    'relates whom it names when the operator trusts it',
    true,
    [...withoutConsumers, ...consumers].sort(),
    /because trustConsumedBy is set/,
  ],
])(
  "an answer of upstream's service: our provider %s",
  (_, trustConsumedBy, expectedRelations, hint) => {
    let upstream: Server;
    let portal: TestPortal;

    beforeAll(async () => {
      upstream = createServer((request, response) => {
        const { pathname } = new URL(request.url!, 'http://upstream');
        const isKnown =
          pathname === '/v1/getEventMesh' &&
          request.headers.authorization === `Bearer ${token}`;
        response.writeHead(isKnown ? 200 : 500, {
          'content-type': 'application/json',
        });
        response.end(isKnown ? JSON.stringify(upstreamAnswer) : '"no"');
      });
      upstream.listen(0, '127.0.0.1');
      await once(upstream, 'listening');
      const { port } = upstream.address() as AddressInfo;
      portal = await startTestPortal({
        serviceUrl: `http://127.0.0.1:${port}`,
        meshToken: token,
        trustConsumedBy,
        database: { client: 'better-sqlite3', connection: ':memory:' },
      });
    });

    afterAll(async () => {
      await portal?.stop();
      upstream.closeAllConnections();
      upstream.close();
    });

    it('has every event type, broker and source, and their relations', async () => {
      // The first poll, at start, may come before the catalog knows the components.
      expect((await portal.poll()).lastRunError).toBeUndefined();

      await portal.relationsAwaiting(expectedRelations);
      // Nothing comes after that.
      expect(meshRelations(await portal.settledContents())).toEqual(
        expectedRelations,
      );
    });

    it('tells how consumers are related', async () => {
      const environment = (await portal.entities()).find(
        entity =>
          stringifyEntityRef(entity) ===
          'system:default/knative-event-mesh-demo',
      );

      expect(JSON.stringify(environment)).toMatch(hint);
    });
  },
);
