import { fullEntityRef } from './entityRef';

describe('fullEntityRef', () => {
  it.each([
    ['team-a', 'group:default/team-a'],
    ['payments/team-a', 'group:payments/team-a'],
    ['user:jane', 'user:default/jane'],
    ['Group:default/Team-A', 'group:default/team-a'],
    [' team-a\n', 'group:default/team-a'],
  ])('reads %j', (text, expected) => {
    expect(fullEntityRef(text, ['group', 'user'])).toBe(expected);
  });

  it.each([
    '',
    ' ',
    'group:',
    'a/b/c',
    'component:default/orders',
    'team a',
    'Payments/team-a',
    'a'.repeat(64),
    'größe',
  ])('refuses %j', text => {
    expect(fullEntityRef(text, ['group', 'user'])).toBeUndefined();
  });
});
