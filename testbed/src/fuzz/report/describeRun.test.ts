import type { Outcome } from '../engines/knativeEngines';
import type { Examination } from '../verdicts/examine';
import { describeRun, isBalanced } from './describeRun';
import { count, emptyStatistics } from './statistics';

const examination = (
  match: Examination['verdict']['match'],
  outcomes: string,
  more: Partial<Examination> = {},
): Examination => ({
  verdict: {
    match,
    reasons:
      match === 'maybe' ? [{ code: 'attributeNotDeclared', text: 'It …' }] : [],
  },
  answers: [{ engine: 'engine', outcomes: [...outcomes] as Outcome[] }],
  leftOpen: 'exact',
  ...more,
});

const statisticsOf = (...examinations: Examination[]) => {
  const statistics = emptyStatistics();
  examinations.forEach(one => count(statistics, one));
  return statistics;
};

describe('describeRun', () => {
  it('counts cases, outcomes, verdicts and reasons', () => {
    const text = describeRun(
      statisticsOf(
        examination('yes', 'DDR'),
        examination('no', 'NP'),
        examination('maybe', 'DN', { leftOpen: 'template' }),
        examination('maybe', 'R', { needlessMaybe: 'no excuse' }),
      ),
    );
    expect(text).toContain('3 with events, 1 without any');
    expect(text).toContain('6, 50.0 % delivered, 16.7 % lost');
    expect(text).toContain('2 events refused');
    expect(text).toMatch(/all values are declared +3 +33.3 % +33.3 % +33.3 %/);
    expect(text).toMatch(/variables in .* +1 +0.0 % +0.0 % +100.0 %/);
    expect(text).toMatch(/attributeNotDeclared +2 +100.0 %/);
    expect(text).toContain('maybe although nothing is left open: 1');
  });

  it('copes with an empty run', () => {
    expect(describeRun(emptyStatistics())).toContain('0 with events');
  });
});

describe('isBalanced', () => {
  const delivered = examination('yes', 'D');
  const lost = examination('no', 'N');
  it.each([
    ['both outcomes', [delivered, lost], true],
    ['both in each case', [examination('maybe', 'DN')], true],
    ['too few deliveries', [delivered, lost, lost, lost], false],
    ['too many deliveries', [delivered, delivered, delivered, lost], false],
  ])('%s', (_, examinations, expected) => {
    expect(isBalanced(statisticsOf(...examinations))).toBe(expected);
  });
});
