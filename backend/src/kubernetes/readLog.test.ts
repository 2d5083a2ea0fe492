import type { ListRequest } from './listRequest';
import { createReadLog } from './readLog';

const resource = {
  group: '',
  version: 'v1',
  kind: 'Service',
  plural: 'services',
  namespaced: true,
  listable: true,
  categories: [],
};
const inA: ListRequest = { resource, namespace: 'a', content: 'metadata' };
const inB: ListRequest = { resource, namespace: 'b', content: 'metadata' };

function logOf(...outcomes: [ListRequest, string][]): string {
  const log = createReadLog();
  outcomes.forEach(([list, outcome]) => log.add(list, outcome));
  return log.toText();
}

describe('createReadLog', () => {
  it('is the same in whatever order answers came', () => {
    expect(logOf([inA, 'x'], [inB, 'y'])).toBe(logOf([inB, 'y'], [inA, 'x']));
  });

  it.each<[string, string]>([
    ['one list more', logOf([inA, 'x'], [inB, 'y'])],
    ['another list', logOf([inB, 'x'])],
    ['another outcome', logOf([inA, 'y'])],
    ['the same twice', logOf([inA, 'x'], [inA, 'x'])],
    ['nothing', logOf()],
  ])('tells %s', (_what, text) => {
    expect(text).not.toBe(logOf([inA, 'x']));
  });

  it('keeps the order of answers to one list', () => {
    expect(logOf([inA, 'x'], [inA, 'y'])).not.toBe(
      logOf([inA, 'y'], [inA, 'x']),
    );
  });
});
