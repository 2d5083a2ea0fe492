import { failure, type Answer } from './answers';

/** A way in which requests go wrong, for tests. */
export interface Fault {
  /** Which requests, by path with query. */
  match: RegExp | ((path: string) => boolean);
  /** How many requests; all of them if absent. */
  times?: number;
  /** Waits before answering. */
  latencyMs?: number;
  /** Answers with this status, and a Status body unless `body` is given. */
  status?: number;
  /** Added to the headers of the answer. */
  headers?: Record<string, string>;
  /** Replaces the body of the answer. */
  body?: string;
  /** Promises the whole body, but closes the connection after this much. */
  cutBodyAfterBytes?: number;
  /** Closes the connection instead of answering. */
  resetConnection?: boolean;
}

/** Keeps the faults that are in force; at first there are none. */
export function createFaults() {
  const active = new Set<Fault & { times: number }>();
  return {
    /** Puts a fault in force; what it returns takes it out again. */
    inject(fault: Fault): () => void {
      const entry = { ...fault, times: fault.times ?? Infinity };
      active.add(entry);
      return () => {
        active.delete(entry);
      };
    },
    /** The oldest fault for a path, using up one of its times. */
    take(path: string): Fault | undefined {
      const entry = [...active].find(fault => matches(fault, path));
      if (entry) {
        entry.times -= 1;
        if (entry.times <= 0) {
          active.delete(entry);
        }
      }
      return entry;
    },
  };
}

/** The answer as a fault changes it. */
export function applyFault(answer: Answer, fault?: Fault): Answer {
  const { status, headers, body } = fault ?? {};
  const base = status
    ? failure(status, 'InjectedFault', `injected fault: ${status}`)
    : answer;
  return {
    status: base.status,
    headers: { ...base.headers, ...headers },
    body: body ?? base.body,
  };
}

function matches({ match }: Fault, path: string): boolean {
  return typeof match === 'function' ? match(path) : path.search(match) !== -1;
}
