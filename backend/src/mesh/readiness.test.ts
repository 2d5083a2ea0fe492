import { findCondition } from './readiness';

const ready = { type: 'Ready', status: 'True' };
const since = '2026-01-01T00:00:00Z';

describe('findCondition', () => {
  it.each([
    ['no status', {}, undefined],
    ['no conditions', { status: {} }, undefined],
    [
      'another condition',
      { status: { conditions: [{ type: 'X' }] } },
      undefined,
    ],
    [
      'all fields',
      {
        metadata: { generation: 2 },
        status: {
          observedGeneration: 2,
          conditions: [
            'noise',
            {
              type: 'Ready',
              status: 'False',
              reason: 'Why',
              message: 'Because.',
              lastTransitionTime: since,
            },
          ],
        },
      },
      {
        status: 'False',
        reason: 'Why',
        message: 'Because.',
        since,
        stale: false,
      },
    ],
    [
      'a status before the last change',
      {
        metadata: { generation: 3 },
        status: { observedGeneration: 2, conditions: [ready] },
      },
      { status: 'True', stale: true },
    ],
    [
      'a status that never saw a generation',
      { metadata: { generation: 1 }, status: { conditions: [ready] } },
      { status: 'True', stale: true },
    ],
    [
      'no generation',
      { metadata: {}, status: { conditions: [ready] } },
      { status: 'True', stale: false },
    ],
    ['a status that is none', { status: 'x' }, undefined],
    ['conditions that are no list', { status: { conditions: {} } }, undefined],
    [
      'malformed fields',
      {
        status: {
          conditions: [
            { ...ready, reason: 7, message: {}, lastTransitionTime: 1 },
          ],
        },
      },
      { status: 'True', stale: false },
    ],
    [
      'a status that is no such word',
      { status: { conditions: [{ type: 'Ready', status: 'Maybe' }] } },
      { status: 'Unknown', stale: false },
    ],
  ])('%s', (_, object, expected) => {
    expect(findCondition(object, 'Ready')).toEqual(expected);
  });
});
