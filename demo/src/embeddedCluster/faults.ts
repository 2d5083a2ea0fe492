import { failure, type Answer } from './answers';

/** A way in which requests go wrong, for tests. */
export interface Fault {
  /** Which requests, by path with query. */
  match: RegExp | ((path: string) => boolean);
  /** How many requests; all of them if absent. */
  times?: number;
  /** Waits before answering. */
  latencyMs?: number;
  /** Answers with this status, and with a Status body unless `body` is given. */
  status?: number;
  /** Added to the headers of the answer. */
  headers?: Record<string, string>;
  /** Replaces the body of the answer. */
  body?: string;
  /** Promises the whole body, sends this much of it and closes the connection. */
  cutBodyAfterBytes?: number;
  /** Closes the connection instead of answering. */
  resetConnection?: boolean;
}

/** The faults that are in force. */
export interface Faults {
  /** Puts a fault in force; what it returns takes it out again. */
  inject(fault: Fault): () => void;
  /** The oldest fault for a path, using up one of its times. */
  take(path: string): Fault | undefined;
}

/** Starts without any fault. */
export function createFaults(): Faults {
  const remaining = new Map<symbol, { fault: Fault; times: number }>();
  return {
    inject(fault) {
      const key = Symbol('fault');
      remaining.set(key, { fault, times: fault.times ?? Infinity });
      return () => {
        remaining.delete(key);
      };
    },
    take(path) {
      for (const [key, entry] of remaining) {
        if (matches(entry.fault, path)) {
          entry.times -= 1;
          if (entry.times <= 0) {
            remaining.delete(key);
          }
          return entry.fault;
        }
      }
      return undefined;
    },
  };
}

/** The answer as a fault changes it. */
export function applyFault(answer: Answer, fault: Fault | undefined): Answer {
  const { status, headers, body } = fault ?? {};
  const base =
    status === undefined
      ? answer
      : failure(status, 'InjectedFault', `injected fault: ${status}`);
  return {
    status: base.status,
    headers: { ...base.headers, ...headers },
    body: body ?? base.body,
  };
}

function matches({ match }: Fault, path: string): boolean {
  return typeof match === 'function' ? match(path) : path.search(match) !== -1;
}
