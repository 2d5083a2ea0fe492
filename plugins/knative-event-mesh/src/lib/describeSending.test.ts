import type { Sender } from 'backstage-plugin-knative-event-mesh-common';
import { describeSending } from './describeSending';

describe('describeSending', () => {
  it.each<[string, Sender['as'], string]>([
    ['PingSource', 'source', 'Sends to it.'],
    ['Trigger', 'subscriber', 'Delivers to it.'],
    ['Subscription', 'reply', 'Sends to it what its subscriber answers.'],
    ['EventTransform', 'reply', 'Sends to it what comes out.'],
    ['Broker', 'deadLetter', 'Sends to it what cannot be delivered.'],
  ])('tells how a %s sends as %s', (kind, as, expected) => {
    expect(
      describeSending({
        reference: { group: '', kind, namespace: 'payments', name: 'a' },
        as,
      }),
    ).toBe(expected);
  });
});
