/** What the cluster answers, before any fault changes it. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Thrown where a request turns out to deserve another answer than 200. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(answer.body);
    this.answer = answer;
  }
}

/** A JSON document. */
export function jsonAnswer(document: unknown, status = 200): Answer {
  const headers = { 'Content-Type': 'application/json' };
  return { status, headers, body: JSON.stringify(document) };
}

/** Plain text, as the API server answers outside its resources. */
export function textAnswer(status: number, body: string): Answer {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
  return { status, headers, body };
}

/** The API server's answer to a path that nothing is registered for. */
export function pageNotFound(): Answer {
  return textAnswer(404, '404 page not found\n');
}

/** A failure in the form of Kubernetes: a `Status` object. */
export function failure(
  code: number,
  reason: string,
  message: string,
  details?: { name?: string; group?: string; kind?: string },
): Answer {
  const type = { kind: 'Status', apiVersion: 'v1', metadata: {} };
  const outcome = { status: 'Failure', message, reason, details, code };
  return jsonAnswer({ ...type, ...outcome }, code);
}

/** What groups of the API server's own answer in place of that. */
export function noSuchResource(): Answer {
  const message = 'the server could not find the requested resource';
  return failure(404, 'NotFound', message, {});
}

/** A failure about a resource, which it names as Kubernetes does. */
export function resourceFailure(
  code: number,
  reason: string,
  resource: { group: string; plural: string; name?: string },
  problem: string,
): Answer {
  const { group, plural, name } = resource;
  const qualified = group ? `${plural}.${group}` : plural;
  const subject = name ? `${qualified} "${name}"` : qualified;
  const details = { name, group: group || undefined, kind: plural };
  return failure(code, reason, `${subject} ${problem}`, details);
}
