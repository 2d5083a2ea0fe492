import type { Outcome } from '../engines/knativeEngines';
import { firstWrong } from './judge';

const answers = (...outcomes: string[]) =>
  outcomes.map((text, index) => ({
    engine: `engine ${index}`,
    outcomes: [...text] as Outcome[],
  }));

describe('firstWrong', () => {
  it.each([
    ['yes', 'DDRD'],
    ['no', 'NPRN'],
    ['maybe', 'DNPR'],
    ['yes', ''],
  ] as const)('does not contradict %s with %s', (match, outcomes) => {
    expect(firstWrong(match, answers(outcomes, outcomes))).toBeUndefined();
  });

  it.each([
    ['yes', 'DRN', { event: 2, engine: 'engine 1', outcome: 'N' }],
    ['yes', 'P', { event: 0, engine: 'engine 1', outcome: 'P' }],
    ['no', 'NND', { event: 2, engine: 'engine 1', outcome: 'D' }],
  ] as const)('contradicts %s with %s', (match, outcomes, wrong) => {
    const never = match === 'yes' ? 'DDD' : 'NNN';
    expect(firstWrong(match, answers(never, outcomes))).toEqual(wrong);
  });
});
