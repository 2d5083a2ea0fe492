/** Another form of a document that a client may ask for in Accept. */
export interface Transform {
  as: string;
  group: string;
  version: string;
}

/**
 * Picks, like the API server, the first alternative of an Accept header that
 * can be served.
 *
 * @returns undefined if there is none
 */
export function negotiate(
  accept: string | undefined,
  offered: Transform,
): 'plain' | 'transformed' | undefined {
  for (const alternative of (accept ?? '*/*').split(',')) {
    const [mediaType, ...parameters] = alternative
      .split(';')
      .map(part => part.trim());
    if (!['application/json', 'application/*', '*/*'].includes(mediaType)) {
      continue;
    }
    const asked = new Map(parameters.map(splitParameter));
    if (!asked.has('as')) {
      return 'plain';
    }
    if (
      asked.get('as') === offered.as &&
      asked.get('g') === offered.group &&
      asked.get('v') === offered.version
    ) {
      return 'transformed';
    }
  }
  return undefined;
}

function splitParameter(parameter: string): [string, string] {
  const [name, value = ''] = parameter.split('=');
  return [name, value];
}
