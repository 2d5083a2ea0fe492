import type { Answer } from './cluster';

/** The API server has refused what a test needs to be done. */
export class ClusterError extends Error {
  readonly status: number;

  constructor(method: string, path: string, { status, text }: Answer) {
    super(`${method} ${path} was answered ${status}: ${text.slice(0, 1_000)}`);
    this.name = 'ClusterError';
    this.status = status;
  }
}
