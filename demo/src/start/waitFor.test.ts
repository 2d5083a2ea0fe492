import { waitFor } from './waitFor';

const common = {
  what: 'The answer',
  deadlineMilliseconds: 200,
  intervalMilliseconds: 1,
};

describe('waitFor', () => {
  it('asks until there is an answer', async () => {
    let asked = 0;
    const answer = await waitFor({
      ...common,
      ask: async () => {
        asked += 1;
        if (asked === 1) {
          throw new Error('not up yet');
        }
        return asked === 3 ? 'here' : undefined;
      },
    });

    expect(answer).toBe('here');
    expect(asked).toBe(3);
  });

  it('says what did not happen, and the last error', async () => {
    await expect(
      waitFor({
        ...common,
        ask: async () => {
          throw new Error('connection refused');
        },
      }),
    ).rejects.toThrow(
      'The answer did not happen within 0 s: Error: connection refused',
    );
  });

  it('gives up as soon as there is a reason to', async () => {
    await expect(
      waitFor({
        ...common,
        deadlineMilliseconds: 60_000,
        ask: async () => undefined,
        giveUp: () => 'The service has stopped',
      }),
    ).rejects.toThrow('The service has stopped');
  });
});
