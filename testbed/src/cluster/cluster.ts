import type { IncomingHttpHeaders } from 'node:http';

/** One request to the API server. */
export interface ClusterRequest {
  /** GET if absent. */
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as `application/json` if absent. */
  contentType?: string;
  /** Whose rights are asked with: the administrator's if absent. */
  token?: string;
}

/** What the API server has answered, whatever its status. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The parsed text. */
  json(): unknown;
}

/** A real cluster that a test may read, write and fill with objects. */
export interface Cluster {
  /** `https://127.0.0.1:<port>` for a server of ours. */
  url: string;
  /** PEM, for the client to trust. */
  caCertificate: string;
  /** Sends one request, once, and returns whatever was answered. */
  request(path: string, request?: ClusterRequest): Promise<Answer>;
  /**
   * Sends one request, again while the server has no time for it, and returns
   * the parsed answer.
   *
   * @throws ClusterError unless the status is 2xx
   */
  ask(path: string, request?: ClusterRequest): Promise<unknown>;
}
