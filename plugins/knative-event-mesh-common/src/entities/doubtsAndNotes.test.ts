import type { MatchReason } from '../contract';
import { doubtsAndNotes } from './doubtsAndNotes';

const undeclared: MatchReason = {
  code: 'attributeNotDeclared',
  attribute: 'country',
  text: 'The event type does not declare `country`.',
};
const skipped: MatchReason = {
  code: 'filterSkipped',
  text: 'An empty value asks for nothing.',
};
const ignored: MatchReason = {
  code: 'filtersIgnored',
  text: 'Only `filter` counts.',
};

describe('doubtsAndNotes', () => {
  it('takes every reason of a certain match for a note', () => {
    const later = { ...skipped, code: 'codeOfALaterVersion' } as never;

    expect(doubtsAndNotes({ match: 'yes', reasons: [skipped, later] })).toEqual(
      { doubts: [], notes: [skipped, later] },
    );
  });

  it('keeps what an undecided match hangs on apart from what is ignored', () => {
    expect(
      doubtsAndNotes({
        match: 'maybe',
        reasons: [undeclared, skipped, ignored],
      }),
    ).toEqual({ doubts: [undeclared], notes: [skipped, ignored] });
  });
});
