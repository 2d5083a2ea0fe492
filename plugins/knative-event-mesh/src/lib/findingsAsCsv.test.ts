import { makeFinding } from '../__testUtils__/makeFinding';
import { findingsAsCsv } from './findingsAsCsv';

describe('findingsAsCsv', () => {
  it('names the columns and has a row for each finding', () => {
    expect(
      findingsAsCsv([makeFinding({ message: 'No "such" thing,\nnow.' })]),
    ).toBe(
      [
        '"severity","code","environment","kind","namespace","name","entity","message","action"',
        '"error","subscriberMissing","demo","Trigger","payments","refund-desk","component:payments/default-broker","No ""such"" thing,\nnow.","Create it, or change the trigger."',
        '',
      ].join('\r\n'),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])(
    'lets no spreadsheet take %j for a formula',
    message => {
      expect(findingsAsCsv([makeFinding({ message })])).toContain(
        `"'${message}"`,
      );
    },
  );
});
