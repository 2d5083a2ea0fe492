import type { KubernetesObject } from '../../cluster/kubernetesObject';
import { dataSets } from './dataSets';
import { meshObjects } from './meshObjects';

describe.each(dataSets)('the data set $name', set => {
  const objects = meshObjects(set);
  const ofKind = (kind: string) =>
    objects.filter(object => object.kind === kind);
  const key = ({ metadata: { namespace, name } }: KubernetesObject) =>
    `${namespace}/${name}`;

  it('has what it says', () => {
    const count = (kind: string) => new Set(ofKind(kind).map(key)).size;

    expect(count('Namespace')).toBe(set.namespaces);
    expect(count('Broker')).toBe(set.brokers);
    expect(count('EventType')).toBe(set.eventTypes);
    expect(count('Trigger')).toBe(set.triggers);
    expect(count('Service')).toBe(set.triggers);
  });

  it('labels three Services of four', () => {
    const labelled = ofKind('Service').filter(({ metadata }) =>
      JSON.stringify(metadata.labels).includes('backstage.io/kubernetes-id'),
    );

    expect(labelled).toHaveLength((set.triggers * 3) / 4);
  });

  it('refers to what is there', () => {
    const brokers = new Set(ofKind('Broker').map(key));
    const services = new Set(ofKind('Service').map(key));

    for (const { metadata, spec } of ofKind('Trigger')) {
      const { broker, subscriber } = spec as {
        broker: string;
        subscriber: { ref: { namespace: string; name: string } };
      };
      expect(brokers).toContain(`${metadata.namespace}/${broker}`);
      expect(services).toContain(
        `${subscriber.ref.namespace}/${subscriber.ref.name}`,
      );
    }
  });
});
