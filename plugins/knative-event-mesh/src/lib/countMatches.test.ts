import { countMatches } from './countMatches';

const yes = { match: 'yes' } as const;
const maybe = { match: 'maybe' } as const;

describe('countMatches', () => {
  it.each([
    [[], 'No consumers'],
    [[yes], '1 consumer'],
    [[yes, yes], '2 consumers'],
    [[maybe], 'No consumers, 1 possible'],
    [[yes, maybe, maybe], '1 consumer, 2 possible'],
  ])('counts %j', (consumers, expected) => {
    expect(countMatches('consumer', consumers)).toBe(expected);
  });
});
