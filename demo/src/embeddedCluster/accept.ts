import { failure, Refusal } from './answers';

const jsonTypes = ['application/json', 'application/*', '*/*'];

/**
 * Whether a client prefers a transformed document to the plain one. As in the
 * API server, the first alternative that can be served decides.
 *
 * @throws Refusal with 406 if none can be served
 */
export function wantsTransform(
  accept: string | undefined,
  { as, g, v }: { as: string; g: string; v: string },
): boolean {
  for (const alternative of (accept || '*/*').split(',')) {
    const [type, ...parameters] = alternative.split(';').map(_ => _.trim());
    const asked = Object.fromEntries(parameters.map(_ => _.split('=')));
    const isJson = jsonTypes.includes(type);
    if (isJson && !asked.as) {
      return false;
    }
    if (isJson && asked.as === as && asked.g === g && asked.v === v) {
      return true;
    }
  }
  const message =
    'only the following media types are accepted: application/json';
  throw new Refusal(failure(406, 'NotAcceptable', message));
}
