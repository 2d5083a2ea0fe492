import { isSettled } from './isSettled';

describe('isSettled', () => {
  const owned = ['Broker', 'Broker', 'EventType'].map((kind, index) => ({
    entityRef: `component:a/${index}`,
    reference: { group: 'a', kind, namespace: 'a', name: `${index}` },
  }));
  const counts = (...given: [string, number][]) => ({
    counts: given.map(([kind, count]) => ({ kind, count })),
  });

  it.each([
    ['no poll before', undefined, false],
    ['all of it', counts(['Broker', 2], ['EventType', 1]), true],
    ['more, which stays in doubt', counts(['Broker', 0]), true],
    ['less of a kind', counts(['Broker', 3], ['EventType', 0]), false],
    ['nothing of a kind', counts(['Channel', 1]), false],
    ['what has no entities', counts(['Trigger', 9], ['EventPolicy', 9]), true],
  ])('with %s', (_, last, expected) => {
    expect(isSettled(last, owned)).toBe(expected);
  });
});
