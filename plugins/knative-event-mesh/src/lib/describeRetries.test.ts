import { describeRetries } from './describeRetries';

describe('describeRetries', () => {
  it('says everything that a DeliverySpec can state', () => {
    expect(
      describeRetries([
        { name: 'backoffDelay', value: 'PT0.5S', from: 'own' },
        { name: 'backoffPolicy', value: 'exponential', from: 'own' },
        { name: 'format', value: 'json', from: 'own' },
        { name: 'retry', value: '5', from: 'own' },
        { name: 'retryAfterMax', value: 'PT2M', from: 'own' },
        { name: 'timeout', value: 'PT30S', from: 'own' },
      ]),
    ).toEqual([
      {
        from: 'own',
        text: '5 retries, exponential back-off from 0.5 s, 30 s per attempt, waits up to 2 min if the subscriber asks for it, sent as json',
      },
    ]);
  });

  it('tells own settings from those of the broker', () => {
    expect(
      describeRetries([
        { name: 'retry', value: '1', from: 'broker' },
        { name: 'timeout', value: 'PT5S', from: 'own' },
      ]),
    ).toEqual([
      { from: 'own', text: '5 s per attempt' },
      { from: 'broker', text: '1 retry' },
    ]);
  });

  it.each([
    [[{ name: 'retry', value: '0' }], 'no retries'],
    [[{ name: 'backoffPolicy', value: 'linear' }], 'linear back-off'],
    [[{ name: 'backoffDelay', value: 'PT1S' }], 'back-off from 1 s'],
  ])('describes %j', (settings, text) => {
    expect(
      describeRetries(
        settings.map(setting => ({ ...setting, from: 'channel' })),
      ),
    ).toEqual([{ from: 'channel', text }]);
  });

  it('has nothing to say when nothing is set', () => {
    expect(describeRetries([])).toEqual([]);
  });
});
