import type { RemovalDoubt } from 'backstage-plugin-knative-event-mesh-common';
import { describeDoubts } from './describeDoubts';

const since = '2026-01-01T00:00:00.000Z';
const removals: RemovalDoubt = {
  reason: 'removals',
  group: 'eventing.knative.dev',
  kind: 'Broker',
  since,
  entities: 12,
};
const omitted: RemovalDoubt = {
  reason: 'omitted',
  kind: 'Channel',
  namespace: 'payments',
  since,
  entities: 1,
};
const omission = {
  kind: 'Channel',
  namespace: 'payments',
  reason: 'forbidden' as const,
  message: 'Allow it.',
};

function news(before: RemovalDoubt[], doubts: RemovalDoubt[]) {
  return describeDoubts(
    before,
    { doubts, omitted: [{ ...omission, kind: 'Broker' }, omission] },
    { configKey: 'catalog.providers.x.dev' },
  );
}

describe('describeDoubts', () => {
  it('tells what begins', () => {
    expect(
      news(
        [],
        [omitted, { ...omitted, kind: undefined, entities: 0 }, removals],
      ),
    ).toEqual({
      begun: [
        'Keeping 1 entity as last read, because the answer leaves out Channel in namespace payments (forbidden: Allow it.)',
        'Keeping links as last read, because the answer leaves out everything in namespace payments',
        'Keeping 12 entities of Broker: so many are gone at once that this may be a mistake. They are removed when that has lasted for catalog.providers.x.dev.acceptRemovalsAfter',
      ],
      ended: [],
    });
  });

  it('tells what ends', () => {
    expect(news([omitted, removals], [])).toEqual({
      begun: [],
      ended: [
        `The answer does not leave out any more what was kept since ${since}: Channel in namespace payments`,
        `The removals of Broker are not in doubt any more; they had been since ${since}`,
      ],
    });
  });

  it('tells nothing of what lasts, however much it is', () => {
    const later = { ...removals, since: '2026-01-02T00:00:00.000Z' };
    expect(
      news([omitted, removals], [{ ...omitted, entities: 7 }, later]),
    ).toEqual({ begun: [], ended: [] });
  });
});
