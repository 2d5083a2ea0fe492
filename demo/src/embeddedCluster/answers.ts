/** What the cluster answers, before any fault changes it. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The resource a Status body is about, as Kubernetes names it there. */
export interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
}

const jsonHeaders = { 'Content-Type': 'application/json' };

/** A 200 with a JSON document. */
export function jsonAnswer(document: unknown): Answer {
  return { status: 200, headers: jsonHeaders, body: JSON.stringify(document) };
}

/** A plain text answer, as the API server gives outside its resources. */
export function textAnswer(status: number, text: string): Answer {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body: text,
  };
}

/** A failure as Kubernetes words it: a `Status` object. */
export function failure(
  code: number,
  reason: string,
  message: string,
  details?: StatusDetails,
): Answer {
  return {
    ...jsonAnswer({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      details,
      code,
    }),
    status: code,
  };
}

export const unauthorized = () => failure(401, 'Unauthorized', 'Unauthorized');

export const badRequest = (message: string) =>
  failure(400, 'BadRequest', message);

export const methodNotAllowed = () =>
  failure(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );

export const notAcceptable = () =>
  failure(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json',
  );

/** The API server's answer to a path that nothing is registered for. */
export const pageNotFound = () => textAnswer(404, '404 page not found\n');

/** The 404 for an object, in a kind that does exist. */
export function objectNotFound(
  group: string,
  plural: string,
  name: string,
): Answer {
  return failure(
    404,
    'NotFound',
    `${qualifiedResource(group, plural)} "${name}" not found`,
    resourceDetails(group, plural, name),
  );
}

/** `brokers.eventing.knative.dev`, or `services` in the core group. */
export function qualifiedResource(group: string, plural: string): string {
  return group ? `${plural}.${group}` : plural;
}

/** The details Kubernetes gives, which leave out what is empty. */
export function resourceDetails(
  group: string,
  plural: string,
  name?: string,
): StatusDetails {
  return { name, group: group || undefined, kind: plural };
}
