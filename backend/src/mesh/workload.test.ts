import { parseWorkload } from './workload';

const deployment = { apiVersion: 'apps/v1', kind: 'Deployment' };
const expected = { group: 'apps', kind: 'Deployment', namespace: 'shop' };

describe('parseWorkload (knative.md 4.6)', () => {
  it.each([
    ['nothing', undefined, undefined],
    ['a name', { ...deployment, name: 'cart' }, { ...expected, name: 'cart' }],
    [
      'a namespace',
      { ...deployment, name: 'cart', namespace: 'other' },
      { ...expected, name: 'cart', namespace: 'other' },
    ],
    [
      'the core group',
      { apiVersion: 'v1', kind: 'Pod', name: 'cart' },
      { ...expected, group: '', kind: 'Pod', name: 'cart' },
    ],
    [
      'labels',
      { ...deployment, selector: { matchLabels: { app: 'cart' } } },
      { ...expected, selector: 'app=cart', matchLabels: { app: 'cart' } },
    ],
    [
      'everything of the kind',
      { ...deployment, selector: {} },
      { ...expected, selector: '', matchLabels: {} },
    ],
    [
      'more than labels, which alone would say something else',
      {
        ...deployment,
        selector: {
          matchLabels: { app: 'cart' },
          matchExpressions: [{ key: 'old', operator: 'DoesNotExist' }],
        },
      },
      { ...expected, selector: 'app=cart,!old' },
    ],
  ])('%s', (_, reference, workload) => {
    expect(parseWorkload(reference, 'shop')).toEqual(workload);
  });

  it.each([
    [deployment, 'subject has neither name nor selector'],
    [{ ...deployment, name: 7 }, 'name is not text'],
    [{ name: 'cart' }, 'kind is missing'],
    [{ ...deployment, selector: 'x' }, 'selector is not an object'],
  ])('refuses %j', (reference, message) => {
    expect(() => parseWorkload(reference, 'shop')).toThrow(message);
  });
});
