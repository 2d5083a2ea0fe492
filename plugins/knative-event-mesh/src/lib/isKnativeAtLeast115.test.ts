import { isKnativeAtLeast115 } from './isKnativeAtLeast115';

const forbidden = { reason: 'forbidden', message: 'No.' } as const;

describe('isKnativeAtLeast115', () => {
  it.each([
    [true, { counts: [{ kind: 'EventPolicy', count: 1 }], omitted: [] }],
    [true, { counts: [], omitted: [{ kind: 'EventPolicy', ...forbidden }] }],
    [false, { counts: [{ kind: 'EventPolicy', count: 0 }], omitted: [] }],
    [false, { counts: [], omitted: [{ kind: 'PingSource', ...forbidden }] }],
  ])('is %s of %j', (expected, details) => {
    expect(isKnativeAtLeast115(details)).toBe(expected);
  });
});
