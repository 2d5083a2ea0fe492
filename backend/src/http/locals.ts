import type { NextFunction, Request, Response } from 'express';

/** How long a request may take. */
export interface Deadline {
  signal: AbortSignal;
  /** Milliseconds that are left. */
  remainingMs: () => number;
}

/** What the middlewares of one request tell each other. */
export interface RequestLocals extends Record<string, unknown> {
  /** Why the request failed, for the one line that is logged about it. */
  failure?: { message: string; detail?: string };
  /** The caller's token, on routes that need one. */
  token?: string;
  /** The namespaces that the caller asks for. */
  namespaces?: readonly string[];
  /** On routes that ask Kubernetes. */
  deadline?: Deadline;
  /** On the same: aborts when the caller has the answer, or has gone without it. */
  gone?: AbortSignal;
}

export type ServiceResponse = Response<unknown, RequestLocals>;

/** A step in answering a request. */
export type Middleware = (
  request: Request<Request['params'], unknown, unknown, unknown, RequestLocals>,
  response: ServiceResponse,
  next: NextFunction,
) => void | Promise<void>;
