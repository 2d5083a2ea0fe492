import {
  ResponseContext,
  type PromiseHttpLibrary,
} from '@kubernetes/client-node/dist/gen/http/http.js';
import { request as send, type Dispatcher } from 'undici';

/**
 * How client-node's requests are sent: through the connection pool of the
 * process, and read in one piece. Its own way, `fetch`, hands on every few
 * kilobytes of a large list as an event of its own (docs/performance.md).
 */
export function sendThrough(
  dispatcher: Dispatcher,
  signal: AbortSignal,
): PromiseHttpLibrary {
  return {
    async send(context) {
      const { statusCode, headers, body } = await send(context.getUrl(), {
        dispatcher,
        signal,
        headers: context.getHeaders(),
      });
      // Always read: what is left unread keeps its connection busy.
      const bytes = Buffer.from(await body.arrayBuffer());
      return new ResponseContext(statusCode, textsOf(headers), {
        binary: async () => bytes,
        text: async () => bytes.toString(),
        stream: () => null,
      });
    },
  };
}

function textsOf(
  headers: Record<string, string | string[] | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  );
}
