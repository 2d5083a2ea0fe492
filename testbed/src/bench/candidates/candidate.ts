import { Agent, request, type Dispatcher } from 'undici';

/** Where a candidate reads, and as whom. */
export interface Access {
  /** URL of the API server, or of the recorder before it. */
  url: string;
  /** PEM of the authority that the API server is trusted by. */
  caCertificate: string;
  /** The same as a file. */
  caFile: string;
  token: string;
  /** Where it may write its log and its settings. */
  folder: string;
}

/** A running program that is measured. */
export interface Candidate {
  name: string;
  pid: number;
  /** What is done before each question, and not measured. */
  beforeAsking?(): Promise<void>;
  /**
   * Asks it once, and reads its answer to the end.
   *
   * @returns bytes of the answer
   * @throws unless it answers with 200
   */
  ask(): Promise<number>;
  stop(): Promise<void>;
}

/** How to start a candidate. */
export type StartCandidate = (access: Access) => Promise<Candidate>;

const agent = new Agent();

/** Asks for a document and reads it to its end. */
export async function readAnswer(
  url: string,
  token: string,
  dispatcher: Dispatcher = agent,
): Promise<number> {
  const answer = await request(url, {
    dispatcher,
    headers: { authorization: `Bearer ${token}` },
  });
  const body = await answer.body.arrayBuffer();
  if (answer.statusCode !== 200) {
    const text = Buffer.from(body).toString('utf8').slice(0, 500);
    throw new Error(`${url} answered ${answer.statusCode}: ${text}`);
  }
  return body.byteLength;
}
