import { readLogLine } from './readLog';

describe('readLogLine', () => {
  const line = (fields: object) => JSON.stringify({ level: 'info', ...fields });

  it('reads how long a poll took', () => {
    const message =
      'Read 50 Broker, 949 EventType; 60 of 100 subscribers linked; service 12 ms, catalog 34 ms, commit 56 ms';

    expect(readLogLine(line({ message }))).toEqual({
      kind: 'polled',
      logged: { service: 12, catalog: 34, commit: 56 },
    });
  });

  it('knows questions to the catalog from those of the scheduler', () => {
    const request = (url: string) =>
      readLogLine(line({ message: 'GET', type: 'incomingRequest', url }));

    expect(request('/api/catalog/entities/by-query?limit=1')).toEqual({
      kind: 'catalogQuery',
    });
    expect(
      request('/api/catalog/.backstage/scheduler/v1/tasks/a/trigger'),
    ).toBeUndefined();
    expect(request('/.backstage/health/v1/readiness')).toBeUndefined();
  });

  it('notices errors, and nothing else', () => {
    const failure = line({ level: 'error', message: 'No' });
    expect(readLogLine(failure)).toEqual({ kind: 'failed', message: failure });
    expect(readLogLine(line({ message: 'Listening' }))).toBeUndefined();
    expect(readLogLine('(node:1) Warning: old')).toBeUndefined();
  });
});
