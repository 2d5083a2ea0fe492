import type { NextFunction, Request, Response } from 'express';

/** How long a request may take. */
export interface Deadline {
  /** Aborts at the deadline, or when the caller has gone. */
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
}

export type ServiceResponse = Response<unknown, RequestLocals>;

/** A step in answering a request. */
export type Middleware = (
  request: Request<Request['params'], unknown, unknown, unknown, RequestLocals>,
  response: ServiceResponse,
  next: NextFunction,
) => void | Promise<void>;
