import { agrees, readDeclaredValue } from './declaredValue';

describe('readDeclaredValue', () => {
  it.each([
    [undefined, { kind: 'any' }],
    ['', { kind: 'any' }],
    ['a.b', { kind: 'exact', text: 'a.b' }],
    ['a\\b', { kind: 'exact', text: 'a\\b' }],
    ['\\{id\\}', { kind: 'exact', text: '{id}' }],
    ['/a/{id}', { kind: 'template', texts: ['/a/', ''] }],
    ['{a}\\{{b}', { kind: 'template', texts: ['', '{', ''] }],
    ['{}', { kind: 'template', texts: ['', ''] }],
    ['/a/{id', { kind: 'any' }],
    ['/a/id}', { kind: 'any' }],
    ['{{id}}', { kind: 'any' }],
    ['{no-name}', { kind: 'any' }],
  ])('%j', (text, expected) => {
    expect(readDeclaredValue(text)).toMatchObject(expected);
  });
});

describe('agrees', () => {
  it.each([
    ['a.b', 'a.b', true],
    ['a.b', 'axb', false],
    ['5', 5, false],
    ['a.{x}', 'a.b', true],
    ['a.{x}', 'a.', false],
    ['a.{x}', 'a.b\nc', true],
    ['a.{x}', 'axb', false],
    ['{x}.{y}', 'a.b', true],
    ['{x}.{y}', '.b', false],
    ['{x}', true, false],
    ['{x', 5, true],
  ])('%j has %j: %s', (text, value, expected) => {
    expect(agrees(readDeclaredValue(text), value)).toBe(expected);
  });
});
