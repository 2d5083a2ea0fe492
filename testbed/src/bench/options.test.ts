import { parseOptions } from './options';

describe('parseOptions', () => {
  const names = (...commandArguments: string[]) =>
    parseOptions(commandArguments).sets.map(({ name }) => name);
  const parts = (...commandArguments: string[]) =>
    parseOptions(commandArguments).parts;

  it('measures everything twenty times', () => {
    expect(names()).toEqual(['100', '1000', '10000', 'one-broker']);
    expect(parseOptions([])).toMatchObject({
      parts: ['service', 'provider', 'topology'],
      entities: [1_000, 10_000],
      rounds: 20,
    });
  });

  it('picks sizes and rounds', () => {
    expect(names('--sizes', '1000,100')).toEqual(['100', '1000']);
    expect(parseOptions(['--entities', '500']).entities).toEqual([500]);
    expect(parseOptions(['--rounds=3']).rounds).toBe(3);
  });

  it('picks the parts that are named, or whose sizes are', () => {
    expect(parts('--parts', 'provider')).toEqual(['provider']);
    expect(parts('--parts', 'provider', '--sizes', '100')).toEqual([
      'provider',
    ]);
    expect(parts('--sizes', '100')).toEqual(['service']);
    expect(parts('--entities', '1000')).toEqual(['provider']);
    expect(parts('--sizes', '100', '--entities', '1000')).toEqual([
      'service',
      'provider',
    ]);
    expect(parts('--parts', 'topology')).toEqual(['topology']);
  });

  it.each([
    [['--sizes', '7'], 'There is no size 7: yarn bench [--parts'],
    [['--parts', 'pages'], 'There is no part pages'],
    [['--entities', '7'], '--entities is a whole number from 100'],
    [['--rounds', 'many'], '--rounds is a whole number from 1'],
    [['--other'], '--other'],
  ])('refuses %j', (commandArguments, message) => {
    expect(() => parseOptions(commandArguments)).toThrow(message);
  });
});
