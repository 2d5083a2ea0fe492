import { isNamespaceName, isPathPart } from './resource';

describe('isPathPart', () => {
  it.each(['v1', 'eventing.knative.dev', 'triggers', 'a-b', '0'])(
    'accepts %s',
    text => expect(isPathPart(text)).toBe(true),
  );
  it.each(['', '.', '..', 'a..b', 'a/b', 'A', 'a_b', '-a', 'a%2f', 'a\n'])(
    'refuses %j',
    text => expect(isPathPart(text)).toBe(false),
  );
});

describe('isNamespaceName', () => {
  it.each(['default', 'a', 'a-1', 'x'.repeat(63)])('accepts %s', text =>
    expect(isNamespaceName(text)).toBe(true),
  );
  it.each(['', 'a.b', '..', 'A', 'a/b', 'x'.repeat(64), 'ä'])(
    'refuses %j',
    text => expect(isNamespaceName(text)).toBe(false),
  );
});
