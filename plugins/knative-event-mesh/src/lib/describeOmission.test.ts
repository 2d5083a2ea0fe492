import { describeOmission } from './describeOmission';

const group = 'sources.knative.dev';

describe('describeOmission', () => {
  it.each([
    [{ group, kind: 'PingSource' }, 'PingSource.sources.knative.dev'],
    [{ group: '', kind: 'Service' }, 'Service'],
    [
      { group: '', kind: 'Service', namespace: 'fraud' },
      'Service in namespace fraud',
    ],
    [{ namespace: 'fraud' }, 'everything in namespace fraud'],
  ])('describes %j', (omission, expected) => {
    expect(describeOmission(omission)).toBe(expected);
  });
});
