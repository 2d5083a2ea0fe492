import type { EventMeshError } from 'backstage-plugin-knative-event-mesh-common';

/** A failure with the answer that it leads to. */
export class ServiceError extends Error {
  override name = 'ServiceError';
  /** HTTP status. */
  readonly status: number;
  readonly code: NonNullable<EventMeshError['code']>;
  readonly retryAfterSeconds?: number;

  constructor(
    status: number,
    code: NonNullable<EventMeshError['code']>,
    message: string,
    options: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
