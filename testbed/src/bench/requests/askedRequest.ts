/** A request that was made of the API server. */
export interface AskedRequest {
  /** Path with query. */
  path: string;
  /** What the answer depends on: never the token. */
  headers: Record<string, string>;
  status: number;
  /** Bytes of the body as they were sent, perhaps compressed. */
  bytes: number;
}

const headersThatMatter = ['accept', 'accept-encoding', 'if-none-match'];

/** The headers that an answer depends on, without the token. */
export function relevantHeaders(
  headers: Record<string, string | string[] | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    headersThatMatter.flatMap(name => {
      const value = headers[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}
