import { makeFinding } from '../__testUtils__/makeFinding';
import { filterFindings, type FindingFilter } from './filterFindings';

const everything: FindingFilter = {
  severity: '',
  environment: '',
  code: '',
  text: '',
};

const missing = makeFinding();
const unconsumed = makeFinding({
  environment: 'production',
  code: 'eventTypeNotConsumed',
  severity: 'info',
  message: 'No trigger passes it.',
});
const findings = [missing, unconsumed];

describe('filterFindings', () => {
  it('keeps all without a condition', () => {
    expect(filterFindings(findings, everything)).toEqual(findings);
  });

  it.each([
    [{ severity: 'info' }, [unconsumed]],
    [{ environment: 'demo' }, [missing]],
    [{ code: 'subscriberMissing' }, [missing]],
    [{ code: 'subscriberMissing', severity: 'info' }, []],
    [{ text: '  TRIGGER passes ' }, [unconsumed]],
    [{ text: 'payments/refund-desk' }, findings],
  ])('keeps what fits %j', (conditions, expected) => {
    expect(filterFindings(findings, { ...everything, ...conditions })).toEqual(
      expected,
    );
  });
});
