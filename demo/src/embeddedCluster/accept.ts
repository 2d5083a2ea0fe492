import { failure, Refusal } from './answers';

/** Another form of a document, as Accept parameters name it. */
export interface Transform {
  as: string;
  g: string;
  v: string;
}

const jsonTypes = ['application/json', 'application/*', '*/*'];

/**
 * Whether a client prefers the transformed document to the plain one: the first
 * alternative that can be served counts, as in the API server.
 *
 * @throws Refusal with 406 if none can be served
 */
export function wantsTransform(
  accept: string = '*/*',
  offered: Transform,
): boolean {
  for (const alternative of accept.split(',')) {
    const [type, ...parameters] = alternative.split(';').map(_ => _.trim());
    const asked = Object.fromEntries(parameters.map(_ => _.split('=')));
    if (jsonTypes.includes(type)) {
      if (!asked.as) {
        return false;
      }
      const { as, g, v } = offered;
      if (asked.as === as && asked.g === g && asked.v === v) {
        return true;
      }
    }
  }
  const message =
    'only the following media types are accepted: application/json';
  throw new Refusal(failure(406, 'NotAcceptable', message));
}
