import { meshDocument, meshSize } from './meshDocument';
import { userComponents } from './userComponents';

describe('meshDocument', () => {
  it.each([1_000, 10_000])('makes %d entities', entities => {
    const { brokers, eventTypes } = meshDocument(entities);

    // And the one of the environment.
    expect(brokers.length + eventTypes.length + 1).toBe(entities);
  });

  it('lists nothing twice, and names only what is there', () => {
    const { brokers, eventTypes, triggers = [] } = meshDocument(1_000);
    const names = (items: { namespace: string; name: string }[]) =>
      items.map(({ namespace, name }) => `${namespace}/${name}`);
    const [ofBrokers, ofEventTypes, ofTriggers] = [
      new Set(names(brokers)),
      new Set(names(eventTypes)),
      new Set(names(triggers)),
    ];

    expect(ofBrokers.size).toBe(brokers.length);
    expect(ofEventTypes.size).toBe(eventTypes.length);
    expect(ofTriggers.size).toBe(triggers.length);
    for (const { reference, consumers = [] } of eventTypes) {
      expect(ofBrokers).toContain(`${reference?.namespace}/${reference?.name}`);
      expect(consumers).not.toHaveLength(0);
      for (const { via } of consumers) {
        expect(ofTriggers).toContain(`${via.namespace}/${via.name}`);
      }
    }
    expect(
      new Set(brokers.flatMap(({ providedEventTypes }) => providedEventTypes)),
    ).toEqual(ofEventTypes);
  });

  it('changes the description of one event type and nothing else', () => {
    const before = meshDocument(1_000);
    const after = meshDocument(1_000, 7);

    expect(after.eventTypes[0].description).not.toBe(
      before.eventTypes[0].description,
    );
    after.eventTypes[0].description = before.eventTypes[0].description;
    expect(after).toEqual(before);
  });

  it('has schemas of its own for each event type', () => {
    const { eventTypes } = meshDocument(1_000);
    const schemas = eventTypes.flatMap(({ schemaData }) => schemaData ?? []);

    expect(schemas.length).toBeGreaterThan(0.9 * eventTypes.length);
    expect(new Set(schemas).size).toBe(schemas.length);
  });
});

it('registers Components for some of the subscribers only', () => {
  const { subscribers } = meshSize(1_000);
  const components = userComponents(1_000);

  expect(components.length).toBeGreaterThan(subscribers / 2);
  expect(components.length).toBeLessThan(subscribers * 0.75);
});
