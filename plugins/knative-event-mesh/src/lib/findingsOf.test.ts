import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import {
  brokerEntity,
  channelEntity,
  environmentEntity,
  eventTypeEntity,
  flowEntity,
  ledgerEntity,
  received,
  sinkEntity,
  sourceEntity,
} from '../__testUtils__/entities';
import { findingsOf } from './findingsOf';

const finding: Finding = {
  code: 'notReady',
  severity: 'error',
  object: { group: '', kind: 'Service', namespace: 'payments', name: 'ledger' },
  message: 'It is not ready.',
  action: 'Look at it.',
};
const findings = [finding];

describe('findingsOf', () => {
  it.each([
    [
      'api:payments/payment-received',
      eventTypeEntity(received, [], { findings }),
    ],
    ['component:payments/default-broker', brokerEntity({ findings })],
    ['component:payments/orders-channel', channelEntity({ findings })],
    ['component:payments/nightly-pingsource', sourceEntity({ findings })],
    ['component:payments/archive-jobsink', sinkEntity({ findings })],
    [
      'component:payments/settlement-sequence',
      flowEntity('Sequence', { findings }),
    ],
    ['system:default/knative-event-mesh-demo', environmentEntity({ findings })],
  ])('finds those of %s', (entityRef, entity) => {
    expect(findingsOf(entity)).toEqual([
      expect.objectContaining({ ...finding, entityRef }),
    ]);
  });

  it('says of which environment they are, and tells them apart', () => {
    const found = findingsOf(
      environmentEntity({ findings: [finding, finding] }),
    );

    expect(found.map(({ environment }) => environment)).toEqual([
      'demo',
      'demo',
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  it('finds none on an entity of somebody else', () => {
    expect(
      findingsOf({ ...ledgerEntity, spec: { eventMesh: { findings: [] } } }),
    ).toEqual([]);
  });
});
