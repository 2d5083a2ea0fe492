import { screen, within } from '@testing-library/react';
import { factOf } from '../../__testUtils__/factOf';
import { renderEventFlowCard } from '../../__testUtils__/renderCards';
import {
  flowEntity,
  linkedService,
  unlinkedService,
} from '../../__testUtils__/entities';

describe('PipelineFlow', () => {
  it('shows the steps of a Sequence in their order', async () => {
    renderEventFlowCard(
      flowEntity('Sequence', {
        address: 'http://settlement-kn-sequence-0.payments.svc',
        steps: [
          {
            subscriber: linkedService('validate'),
            delivery: {
              settings: [{ name: 'retry', value: '2', from: 'own' }],
            },
          },
          {
            subscriber: unlinkedService('book'),
            readiness: {
              status: 'False',
              reason: 'NotSubscribed',
              stale: false,
            },
          },
        ],
        reply: linkedService('ledger'),
      }),
    );

    const steps = await screen.findByRole('list', { name: 'Steps' });
    const [first, second] = within(steps).getAllByRole('listitem');
    expect(
      within(first).getByRole('link', { name: /validate/ }),
    ).toHaveAttribute('href', '/catalog/default/component/validate');
    expect(first).toHaveTextContent(
      'If delivery fails: 2 retries, then dropped: no dead letter sink',
    );
    expect(second).toHaveTextContent('Service payments/book');
    expect(second).toHaveTextContent('Not ready: NotSubscribed');
    expect(second).toHaveTextContent('If delivery fails: not known');
    expect(factOf('What comes out')).toHaveTextContent(
      'Service payments/ledger',
    );
  });

  it('shows what enters each branch of a Parallel', async () => {
    renderEventFlowCard(
      flowEntity('Parallel', {
        steps: [
          {
            filter: linkedService('is-foreign'),
            subscriber: linkedService('convert'),
            reply: linkedService('converted'),
          },
          { subscriber: linkedService('audit') },
        ],
      }),
    );

    const branches = await screen.findByRole('list', { name: 'Branches' });
    const [filtered, open] = within(branches).getAllByRole('listitem');
    expect(filtered).toHaveTextContent(
      'Takes what is-foreign (Service payments/is-foreign) answers',
    );
    expect(filtered).toHaveTextContent('Answers go to converted');
    expect(open).toHaveTextContent('Takes every event');
    expect(factOf('What comes out')).toHaveTextContent(
      /branch answers is dropped/,
    );
  });

  it('shows where a RequestReply delivers, and no steps', async () => {
    renderEventFlowCard(
      flowEntity('RequestReply', { reply: linkedService('ledger') }),
    );

    expect(await screen.findByText('RequestReply')).toBeVisible();
    expect(
      within(factOf('What comes out')).getByRole('link', { name: /ledger/ }),
    ).toBeVisible();
    expect(screen.queryByRole('list', { name: /Steps|Branches/ })).toBeNull();
  });

  it('says that an EventTransform without a sink answers the sender', async () => {
    renderEventFlowCard(flowEntity('EventTransform'));

    expect(await screen.findByText('EventTransform')).toBeVisible();
    expect(factOf('What comes out')).toHaveTextContent(
      'Goes back to the sender as its answer',
    );
  });
});
