import {
  broker,
  channel,
  eventMesh,
  flow,
  meshReference,
  sink,
  source,
} from '../testUtils';
import { indexMesh } from './meshIndex';

const dev = { environment: 'dev' };

describe('indexMesh', () => {
  it('finds what has a Component, by everything that tells it from others', () => {
    const mesh = eventMesh({
      subscribables: [channel()],
      sources: [source()],
      sinks: [sink()],
      flows: [flow()],
    });
    const { objects, find } = indexMesh(mesh, dev);

    expect(objects.map(({ role, entityRef }) => [role, entityRef])).toEqual([
      ['broker', 'component:payments/default-broker'],
      ['channel', 'component:payments/orders-channel'],
      ['source', 'component:payments/clock-pingsource'],
      ['sink', 'component:payments/archive-jobsink'],
      ['flow', 'component:payments/screening-sequence'],
    ]);
    for (const item of objects) {
      expect(find(item.reference)).toBe(item);
      expect(find({ ...item.reference, group: '' })).toBeUndefined();
      expect(find({ ...item.reference, namespace: 'x' })).toBeUndefined();
    }
  });

  it('takes what backs a Channel for the Channel', () => {
    const backing = meshReference(
      'messaging.knative.dev',
      'InMemoryChannel',
      'orders',
    );
    const { objects, find } = indexMesh(
      eventMesh({ subscribables: [channel({ backing })], brokers: [] }),
      dev,
    );
    expect(find(backing)).toBe(objects[0]);
  });

  it('prefers what backs a Channel where the answer lists it', () => {
    const backing = meshReference(
      'messaging.knative.dev',
      'InMemoryChannel',
      'orders',
    );
    const { find } = indexMesh(
      eventMesh({
        subscribables: [
          channel({ backing }),
          channel({ kind: 'InMemoryChannel' }),
        ],
      }),
      dev,
    );
    expect(find(backing)?.entityRef).toBe(
      'component:payments/orders-inmemorychannel',
    );
  });

  it('relates nothing to an object whose ref another one holds', () => {
    const other = { group: 'example.com', kind: 'Broker' };
    const { objects, find, warnings } = indexMesh(
      eventMesh({ subscribables: [channel({ ...other, name: 'default' })] }),
      dev,
    );
    expect(objects).toHaveLength(1);
    expect(find(meshReference('example.com', 'Broker', 'default'))).toBe(
      undefined,
    );
    expect(warnings).toEqual([
      'a second object with the entity ref component:payments/default-broker',
    ]);
  });

  it('tells names apart that only look alike', () => {
    const { find } = indexMesh(
      eventMesh({ brokers: [broker({ name: '__proto__' })] }),
      dev,
    );
    const group = 'eventing.knative.dev';
    expect(find(meshReference(group, 'Broker', '__proto__'))).toBeDefined();
    expect(find(meshReference(group, 'Broker', 'constructor'))).toBe(undefined);
  });
});
