import { Refusal } from './answers';
import { parseFieldSelector, parseLabelSelector } from './selectors';

const metadata = {
  name: 'cart',
  namespace: 'shop',
  uid: '1',
  resourceVersion: '1',
  labels: { app: 'cart', tier: 'web', 'backstage.io/kubernetes-id': 'cart' },
};

describe('parseLabelSelector', () => {
  it.each([
    ['app=cart', true],
    ['app==cart', true],
    ['app = cart', true],
    ['app=other', false],
    ['app!=cart', false],
    ['app!=other', true],
    ['missing!=other', true],
    ['backstage.io/kubernetes-id', true],
    ['missing', false],
    ['!missing', true],
    ['!app', false],
    ['app in (cart, other)', true],
    ['app in (other)', false],
    ['app notin (cart,other)', false],
    ['missing notin (other)', true],
    ['app in (cart,other),tier=web', true],
    ['app=cart,tier=db', false],
    ['', true],
    ['app=', false],
    ['app in (cart,)', true],
  ])('reads %s', (selector, expected) => {
    expect(parseLabelSelector(selector)(metadata)).toBe(expected);
  });

  it('reads objects without labels', () => {
    const { labels, ...unlabelled } = metadata;

    expect(parseLabelSelector('!app')(unlabelled)).toBe(true);
    expect(parseLabelSelector('app=cart')(unlabelled)).toBe(false);
  });

  it.each([
    'app=a=b',
    'app in cart',
    'app>1',
    '=cart',
    'a,,b',
    'app=-x',
    'a/b/c=x',
    ',',
    `app=${'x'.repeat(64)}`,
  ])('refuses %s', selector => {
    expect(() => parseLabelSelector(selector)).toThrow(Refusal);
  });
});

describe('parseFieldSelector', () => {
  it.each([
    ['metadata.name=cart', true],
    ['metadata.name==cart,metadata.namespace=shop', true],
    ['metadata.name=cart,metadata.namespace=bank', false],
    ['metadata.namespace!=bank', true],
    ['', true],
  ])('reads %s', (selector, expected) => {
    expect(parseFieldSelector(selector)(metadata)).toBe(expected);
  });

  it.each(['spec.broker=default', 'metadata.uid=1', 'metadata.name'])(
    'refuses %s',
    selector => {
      expect(() => parseFieldSelector(selector)).toThrow(Refusal);
    },
  );
});
