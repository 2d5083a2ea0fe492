import { parseLabelSelector } from './labelSelector';

const labels = {
  app: 'fraud',
  tier: 'back',
  'app.kubernetes.io/name': 'fraud-detector',
  empty: '',
};

describe('parseLabelSelector', () => {
  it.each([
    'app=fraud',
    'app==fraud',
    ' app = fraud ',
    'app=fraud,tier=back',
    'app=fraud, tier = back',
    'app.kubernetes.io/name=fraud-detector',
    'empty=',
    'app',
    '!other',
    '! other',
    'app!=orders',
    'other!=orders',
    'app in (fraud)',
    'app in (orders, fraud)',
    'app in (orders,fraud),tier=back',
    'app notin (orders, mail)',
    'other notin (orders)',
    'app,!other,tier notin (front),app.kubernetes.io/name in (fraud-detector)',
  ])('selects with %s', selector => {
    expect(parseLabelSelector(selector)?.(labels)).toBe(true);
  });

  it.each([
    'app=orders',
    'app=Fraud',
    'app=fraud,tier=front',
    'other',
    '!app',
    'app!=fraud',
    'other=fraud',
    'other=',
    'app in (orders, mail)',
    'other in (fraud)',
    'app notin (orders, fraud)',
    'constructor',
  ])('does not select with %s', selector => {
    expect(parseLabelSelector(selector)?.(labels)).toBe(false);
  });

  it.each([
    '',
    '  ',
    ',',
    'app=fraud,',
    'app in fraud',
    'app in (fraud',
    'app=fraud tier=back',
    'app=(fraud)',
    'app>1',
    '=fraud',
    '{"app":"fraud"}',
    `app=${'a'.repeat(5_000)}`,
  ])('does not read %j', selector => {
    expect(parseLabelSelector(selector)).toBeUndefined();
  });

  it('reads a hostile text in no time', () => {
    const started = Date.now();
    for (const text of [
      'a-'.repeat(2_000),
      '('.repeat(4_000),
      'a,('.repeat(1_300),
    ]) {
      expect(parseLabelSelector(text)).toBeUndefined();
    }
    expect(Date.now() - started).toBeLessThan(1_000);
  });
});
