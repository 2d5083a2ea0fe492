import { parseOptions } from './options';

describe('parseOptions', () => {
  const names = (...commandArguments: string[]) =>
    parseOptions(commandArguments).sets.map(({ name }) => name);

  it('measures everything twenty times', () => {
    expect(names()).toEqual(['100', '1000', '10000', 'one-broker']);
    expect(parseOptions([]).rounds).toBe(20);
  });

  it('picks sizes and rounds', () => {
    expect(names('--sizes', '1000,100')).toEqual(['100', '1000']);
    expect(parseOptions(['--rounds=3']).rounds).toBe(3);
  });

  it.each([
    [['--sizes', '7'], 'There is no size 7: yarn bench [--sizes 100'],
    [['--rounds', 'many'], '--rounds is a whole number from 1'],
    [['--other'], '--other'],
  ])('refuses %j', (commandArguments, message) => {
    expect(() => parseOptions(commandArguments)).toThrow(message);
  });
});
