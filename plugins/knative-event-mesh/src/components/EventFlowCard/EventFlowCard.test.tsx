import type { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { eventFlowCard } from '../../plugin';
import {
  brokerEntity,
  eventTypeEntity,
  ledgerEntity,
  makeConsumer,
} from '../../testUtils';

const received = {
  name: 'payment-received',
  type: 'com.example.payment.received',
};

function renderCard(entity: Entity, catalog = catalogApiMock()) {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), eventFlowCard],
    apis: [catalog],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

describe('EventFlowCard', () => {
  describe('on an event type', () => {
    it('shows the provider and each consumer with trigger, filter and verdict', async () => {
      renderCard(eventTypeEntity(received, [makeConsumer()]));

      expect(await screen.findByText('1 consumer')).toBeInTheDocument();
      expect(
        screen.getByRole('link', { name: /Broker payments\/default/ }),
      ).toHaveAttribute('href', '/catalog/payments/component/default-broker');
      const consumers = screen.getByRole('table', { name: 'Consumers' });
      expect(
        within(consumers).getByRole('link', { name: /ledger/ }),
      ).toHaveAttribute('href', '/catalog/default/component/ledger');
      expect(within(consumers).getByText('Receives')).toBeInTheDocument();
      expect(within(consumers).getByText('to-ledger')).toBeInTheDocument();
      expect(
        within(consumers).getByText('type = com.example.payment.received'),
      ).toBeInTheDocument();
    });

    it('says what an undecided match hangs on and does not count it', async () => {
      renderCard(
        eventTypeEntity(received, [
          makeConsumer({
            match: 'maybe',
            reasons: [
              {
                code: 'attributeNotDeclared',
                attribute: 'subject',
                text: 'Depends on subject, which the event type does not declare.',
              },
            ],
          }),
        ]),
      );

      expect(
        await screen.findByText('No consumers, 1 possible'),
      ).toBeInTheDocument();
      expect(screen.getByText('May receive')).toBeInTheDocument();
      expect(screen.getByText(/Depends on subject/)).toBeInTheDocument();
    });

    it('shows a subscriber that is not linked, and what to add', async () => {
      renderCard(
        eventTypeEntity(received, [
          makeConsumer({
            link: {
              state: 'noKubernetesId',
              components: [],
              advice:
                'Add the label backstage.io/kubernetes-id to the Service.',
            },
          }),
        ]),
      );

      expect(
        await screen.findByText('Service payments/ledger'),
      ).toBeInTheDocument();
      expect(screen.getByText('Not linked')).toBeInTheDocument();
      expect(screen.getByText(/Add the label/)).toBeInTheDocument();
    });

    it('shows that a trigger does not work', async () => {
      renderCard(
        eventTypeEntity(received, [
          makeConsumer({
            trigger: {
              namespace: 'payments',
              name: 'to-ledger',
              filter: [],
              readiness: {
                status: 'False',
                reason: 'SubscriberNotFound',
                stale: false,
              },
            },
          }),
        ]),
      );

      expect(
        await screen.findByText('Not ready: SubscriberNotFound'),
      ).toBeInTheDocument();
      expect(screen.getByText('every event')).toBeInTheDocument();
    });

    it('tells nobody consumes it from not assigned to a broker', async () => {
      const { unmount } = renderCard(eventTypeEntity(received, []));
      expect(await screen.findByText('No consumers')).toBeInTheDocument();
      unmount();

      renderCard(eventTypeEntity(received, [], { provider: undefined }));
      expect(
        await screen.findByText(/Not assigned to a broker/),
      ).toBeInTheDocument();
      expect(screen.queryByText('No consumers')).not.toBeInTheDocument();
    });

    it('shows findings with what to do', async () => {
      renderCard(
        eventTypeEntity(received, [], {
          findings: [
            {
              code: 'schemaNotUsable',
              severity: 'warning',
              object: {
                group: 'eventing.knative.dev',
                kind: 'EventType',
                namespace: 'payments',
                name: 'payment-received',
              },
              message: 'The schema has references.',
              action: 'Write it without $ref.',
            },
          ],
        }),
      );

      expect(
        await screen.findByText('The schema has references.'),
      ).toBeInTheDocument();
      expect(screen.getByText('Write it without $ref.')).toBeInTheDocument();
    });

    it('shows a schema that the definition does not hold, when asked to', async () => {
      renderCard(
        eventTypeEntity(received, [], {
          rawSchema: '{ "$ref": "#/$defs/Payment" }',
        }),
      );

      await userEvent.click(
        await screen.findByRole('button', { name: 'Schema, as written' }),
      );
      expect(screen.getByText(/\$defs\/Payment/)).toBeVisible();
    });
  });

  describe('on a broker', () => {
    it('shows what each trigger passes on', async () => {
      const { trigger, subscriber, link } = makeConsumer();
      renderCard(
        brokerEntity({
          triggers: [
            {
              trigger,
              subscriber,
              link,
              eventTypes: [
                {
                  entityRef: 'api:payments/payment-received',
                  type: received.type,
                  match: 'maybe',
                  reasons: [],
                },
              ],
            },
          ],
        }),
      );

      const triggers = await screen.findByRole('table', { name: 'Triggers' });
      expect(
        within(triggers).getByRole('link', { name: received.type }),
      ).toHaveAttribute('href', '/catalog/payments/api/payment-received');
      expect(within(triggers).getByText('may pass')).toBeInTheDocument();
      expect(
        within(triggers).getByRole('link', { name: /ledger/ }),
      ).toBeInTheDocument();
    });
  });

  describe('on a component', () => {
    it('shows the event types it receives, undecided ones too', async () => {
      // The in-memory catalog does not find keys with capital letters; that
      // the real one answers this filter is seen in the end-to-end test.
      const catalog = catalogApiMock.mock({
        queryEntities: async () => ({
          items: [
            eventTypeEntity(received, [makeConsumer()]),
            eventTypeEntity(
              { name: 'refunded', type: 'com.example.payment.refunded' },
              [makeConsumer({ match: 'maybe' })],
            ),
          ],
          totalItems: 2,
          pageInfo: {},
        }),
      });
      renderCard(ledgerEntity, catalog);

      const events = await screen.findByRole('table', {
        name: 'Received event types',
      });
      expect(within(events).getByText('Receives')).toBeInTheDocument();
      expect(within(events).getByText('May receive')).toBeInTheDocument();
      expect(catalog.queryEntities).toHaveBeenCalledTimes(1);
      expect(catalog.queryEntities).toHaveBeenCalledWith(
        expect.objectContaining({
          filter: {
            kind: 'API',
            'metadata.annotations.knative-event-mesh/kind': 'EventType',
            'spec.eventMesh.consumers.link.components':
              'component:default/ledger',
          },
        }),
      );
    });

    it('says so when nothing reaches it', async () => {
      renderCard(ledgerEntity);

      expect(
        await screen.findByText(/No event type of the mesh is delivered/),
      ).toBeInTheDocument();
    });

    it('says that the catalog could not be read', async () => {
      renderCard(
        ledgerEntity,
        catalogApiMock.mock({
          queryEntities: async () => {
            throw new Error('the catalog is away');
          },
        }),
      );

      expect(await screen.findByText(/could not be read/)).toBeInTheDocument();
      expect(screen.getByText('the catalog is away')).toBeInTheDocument();
    });
  });
});
