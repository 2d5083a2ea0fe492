import { jsonAnswer } from './answers';
import { applyFault, createFaults } from './faults';

describe('createFaults', () => {
  it('takes the oldest fault that matches, as often as it may', () => {
    const faults = createFaults();
    const first = { match: /brokers/g, times: 2, status: 500 };
    const second = {
      match: (path: string) => path === '/brokers',
      status: 429,
    };
    faults.inject(first);
    const removeSecond = faults.inject(second);

    expect(faults.take('/services')).toBeUndefined();
    expect(faults.take('/brokers')?.status).toBe(500);
    expect(faults.take('/brokers')?.status).toBe(500);
    expect(faults.take('/brokers')?.status).toBe(429);
    expect(faults.take('/brokers')?.status).toBe(429);
    removeSecond();
    expect(faults.take('/brokers')).toBeUndefined();
  });
});

describe('applyFault', () => {
  const answer = jsonAnswer({ kind: 'BrokerList' });

  it('leaves the answer alone without a fault', () => {
    expect(applyFault(answer, undefined)).toEqual(answer);
  });

  it('adds headers and keeps the body', () => {
    const fault = { match: /./, headers: { Warning: '299 - "old"' } };

    expect(applyFault(answer, fault)).toEqual({
      ...answer,
      headers: { ...answer.headers, Warning: '299 - "old"' },
    });
  });

  it('answers another status with a Status body, or the body it was given', () => {
    const { status, body } = applyFault(answer, { match: /./, status: 503 });

    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ kind: 'Status', code: 503 });
    expect(
      applyFault(answer, { match: /./, status: 429, body: 'slow down' }).body,
    ).toBe('slow down');
  });
});
