import { Agent, request } from 'undici';

/** Where a candidate reads, and as whom. */
export interface Access {
  /** URL of the API server, or of the recorder before it. */
  url: string;
  /** PEM file of the authority that the API server is trusted by. */
  caFile: string;
  token: string;
  /** Where it may write its log and its settings. */
  folder: string;
}

/** A running program that is measured. */
export interface Candidate {
  name: string;
  pid: number;
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

/** Asks programs for their answers; upstream's may take minutes. */
const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });

/** Asks for a document and reads it to its end. */
export async function readAnswer(url: string, token: string): Promise<number> {
  const answer = await request(url, {
    dispatcher: agent,
    headers: { authorization: `Bearer ${token}` },
  });
  const body = await answer.body.arrayBuffer();
  if (answer.statusCode !== 200) {
    const text = Buffer.from(body).toString('utf8').slice(0, 500);
    throw new Error(`${url} answered ${answer.statusCode}: ${text}`);
  }
  return body.byteLength;
}
