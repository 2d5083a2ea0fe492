import { describeDuration } from './describeDuration';

describe('describeDuration', () => {
  it.each([
    ['PT0.5S', '0.5 s'],
    ['PT30S', '30 s'],
    ['PT1M30S', '1 min 30 s'],
    ['PT2H', '2 h'],
    ['P1DT12H', '1 d 12 h'],
    ['P1M', '1 mo'],
  ])('reads %s as %s', (text, expected) => {
    expect(describeDuration(text)).toBe(expected);
  });

  it.each(['P', 'PT', '30s', 'PT5', ' PT5S', ''])(
    'gives back %j, which is no duration',
    text => {
      expect(describeDuration(text)).toBe(text);
    },
  );
});
