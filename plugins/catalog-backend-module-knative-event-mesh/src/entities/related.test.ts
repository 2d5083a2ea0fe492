import type {
  EventProducer,
  LinkedDestination,
} from 'backstage-plugin-knative-event-mesh-common';
import { meshReference } from '../testUtils';
import { relateProducers } from './related';

function linkedTo(...components: string[]): LinkedDestination {
  return {
    destination: { found: 'yes' },
    link: {
      state: components.length > 0 ? 'linked' : 'noComponent',
      components,
    },
  };
}

const producer: EventProducer = {
  via: meshReference('sources.knative.dev', 'PingSource', 'clock'),
  match: 'yes',
  evidence: 'ownerReference',
  entityRef: 'component:payments/clock-pingsource',
  workloads: [linkedTo('component:default/b', 'component:default/a')],
};

describe('relateProducers', () => {
  it('relates a source and what runs as it', () => {
    expect(relateProducers([producer])).toEqual([
      'component:default/a',
      'component:default/b',
      'component:payments/clock-pingsource',
    ]);
  });

  it('relates what replies, without the trigger', () => {
    const reply: EventProducer = {
      ...producer,
      evidence: 'reply',
      entityRef: undefined,
    };
    expect(relateProducers([reply, reply])).toEqual([
      'component:default/a',
      'component:default/b',
    ]);
  });

  it('relates nothing that only may send, or that is not linked', () => {
    expect(
      relateProducers([
        { ...producer, match: 'maybe' },
        { ...producer, entityRef: undefined, workloads: [linkedTo()] },
      ]),
    ).toEqual([]);
  });
});
