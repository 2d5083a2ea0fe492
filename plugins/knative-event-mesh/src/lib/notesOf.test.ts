import type { MatchReason } from 'backstage-plugin-knative-event-mesh-common';
import { notesOf } from './notesOf';

const skipped: MatchReason = { code: 'filterSkipped', text: 'Left out.' };
const doubt: MatchReason = {
  code: 'attributeOptional',
  text: 'May be absent.',
};

describe('notesOf', () => {
  it('finds each note once, and no doubt', () => {
    const eventType = { entityRef: 'api:payments/a', type: 'com.example.a' };

    expect(
      notesOf({
        eventTypes: [
          { ...eventType, match: 'yes', reasons: [skipped] },
          { ...eventType, match: 'maybe', reasons: [doubt, skipped] },
          { ...eventType, match: 'yes', reasons: [] },
        ],
      }),
    ).toEqual([skipped]);
  });
});
