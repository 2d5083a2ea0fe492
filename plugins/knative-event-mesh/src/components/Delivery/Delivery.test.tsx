import type { DeliverySummary } from 'backstage-plugin-knative-event-mesh-common';
import { render, screen } from '@testing-library/react';
import { unlinkedService } from '../../__testUtils__/entities';
import { Delivery } from './Delivery';

const deadLetterSink = unlinkedService('dead-letters');
const retry = { name: 'retry', value: '5' };
const timeout = { name: 'timeout', value: 'PT30S' };

describe('Delivery', () => {
  it.each<[DeliverySummary | undefined, string]>([
    [undefined, 'not known'],
    [{ settings: [] }, 'Dropped: no dead letter sink'],
    [
      { settings: [{ ...retry, from: 'own' }] },
      '5 retries, then dropped: no dead letter sink',
    ],
    [
      { deadLetterSink, deadLetterSinkFrom: 'own', settings: [] },
      'Dead letter sink Service payments/dead-letters',
    ],
    [
      {
        deadLetterSink,
        deadLetterSinkFrom: 'broker',
        settings: [{ ...retry, from: 'own' }],
      },
      '5 retries, then to dead letter sink Service payments/dead-letters (set on the broker)',
    ],
    [
      {
        deadLetterSink,
        deadLetterSinkFrom: 'own',
        settings: [
          { ...retry, from: 'own' },
          { ...timeout, from: 'channel' },
        ],
      },
      '5 retries, 30 s per attempt (set on the channel), then to dead letter sink Service payments/dead-letters',
    ],
    [
      {
        deadLetterSink,
        deadLetterSinkFrom: 'broker',
        settings: [{ ...retry, from: 'broker' }],
      },
      '5 retries, then to dead letter sink Service payments/dead-letters (all set on the broker)',
    ],
    [
      { deadLetterSinkUri: 'http://dls.example.com', settings: [] },
      'Dead letter sink http://dls.example.com',
    ],
  ])('says of %j what happens', (delivery, expected) => {
    render(
      <p data-testid="delivery">
        <Delivery delivery={delivery} />
      </p>,
    );

    expect(screen.getByTestId('delivery')).toHaveTextContent(
      new RegExp(`^${expected.replace(/[().]/g, '\\$&')}$`),
    );
  });

  it('says that a dead letter sink does not exist', () => {
    render(
      <Delivery
        label="If delivery fails"
        delivery={{
          deadLetterSink: {
            ...deadLetterSink,
            link: { state: 'notFound', components: [] },
          },
          settings: [],
        }}
      />,
    );

    expect(screen.getByText(/If delivery fails/)).toHaveTextContent(
      'If delivery fails: Dead letter sink Service payments/dead-letters, which does not exist',
    );
  });
});
