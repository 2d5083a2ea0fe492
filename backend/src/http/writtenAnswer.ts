import { createHash } from 'node:crypto';
import type { ServiceResponse } from './locals';

/** An answer as it is sent. */
export interface WrittenAnswer {
  /** JSON in UTF-8. */
  body: Buffer;
  /** The header `ETag`: the same for the same bytes. */
  etag: string;
}

/** Writes a document as JSON. */
export function writeAnswer(document: object): WrittenAnswer {
  const body = Buffer.from(JSON.stringify(document));
  const hash = createHash('sha256').update(body).digest('base64url');
  // Weak, as what stands in between may compress it.
  return { body, etag: `W/"${hash}"` };
}

/** Sends an answer, or 304 to whoever has it already. */
export function sendAnswer(
  response: ServiceResponse,
  { body, etag }: WrittenAnswer,
): void {
  response.set('ETag', etag).type('json').send(body);
}
