/** The answer to a list, not parsed yet. */
export interface ListAnswer {
  bytes: Buffer;
  /**
   * Parses it as JSON.
   *
   * @throws SyntaxError if it is none
   */
  parse(): Promise<unknown>;
}
