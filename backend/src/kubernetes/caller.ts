import type { KubernetesConnection } from './connection';

/** On whose behalf Kubernetes is asked, and for how long. */
export interface Caller {
  connection: KubernetesConnection;
  /** Bearer token that has passed the check of RFC 6750. */
  token: string;
  /** Aborts when the deadline passes or nobody waits for the answer any more. */
  signal: AbortSignal;
}
