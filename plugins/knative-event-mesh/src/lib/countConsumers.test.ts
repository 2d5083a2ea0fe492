import { countConsumers } from './countConsumers';

const yes = { match: 'yes' } as const;
const maybe = { match: 'maybe' } as const;

describe('countConsumers', () => {
  it.each([
    [[], 'No consumers'],
    [[yes], '1 consumer'],
    [[yes, yes], '2 consumers'],
    [[maybe], 'No consumers, 1 possible'],
    [[yes, maybe, maybe], '1 consumer, 2 possible'],
  ])('counts %j', (consumers, expected) => {
    expect(countConsumers(consumers)).toBe(expected);
  });
});
