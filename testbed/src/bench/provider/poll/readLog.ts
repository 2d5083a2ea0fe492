import { schedulerPath } from '../backend/catalogApi';

/** How long the parts of a poll took, as the provider logs them; ms. */
export interface LoggedPoll {
  service: number;
  catalog: number;
  commit: number;
}

/** What a line of the backend's log says about a poll. */
export type LogEvent =
  | { kind: 'polled'; logged: LoggedPoll }
  | { kind: 'catalogQuery' }
  | { kind: 'failed'; message: string };

const polled = /service (\d+) ms, catalog (\d+) ms, commit (\d+) ms/;

/** Reads a line of the backend's log; undefined if it is about something else. */
export function readLogLine(line: string): LogEvent | undefined {
  const { level, type, url, message } = parse(line);
  if (type === 'incomingRequest') {
    return typeof url === 'string' &&
      url.startsWith('/api/catalog/') &&
      !url.startsWith(schedulerPath)
      ? { kind: 'catalogQuery' }
      : undefined;
  }
  if (level === 'error') {
    return { kind: 'failed', message: line };
  }
  const durations = polled.exec(String(message));
  if (!durations) {
    return undefined;
  }
  const [service, catalog, commit] = durations.slice(1).map(Number);
  return { kind: 'polled', logged: { service, catalog, commit } };
}

function parse(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // Node's own warnings are no JSON.
    return {};
  }
}
