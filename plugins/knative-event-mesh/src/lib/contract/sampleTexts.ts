import {
  headerValue,
  type SampleEvent,
} from 'backstage-plugin-knative-event-mesh-common';

/** A shell variable where the address is not known. */
const unknownAddress = '"$BROKER_URL"';

/** A sample event in the JSON format of CloudEvents, as structured mode sends it. */
export function sampleAsJson({ attributes, data }: SampleEvent): string {
  return JSON.stringify(
    {
      ...Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
      ...(data !== undefined && { data }),
    },
    null,
    2,
  );
}

/**
 * A command that sends a sample event in binary mode, for a POSIX shell. Nothing
 * of the event can leave its quotes.
 *
 * @param address - of what takes the event; without it, the command asks the
 *   shell for `BROKER_URL`
 */
export function sampleAsCurl(
  { attributes, data }: SampleEvent,
  address?: string,
): string {
  const headers = attributes.map(({ name, value }) =>
    name === 'datacontenttype'
      ? // It is no header of CloudEvents: any byte of it that no media type has goes.
        `Content-Type: ${value.replace(/[^\u0020-\u007e]/g, '')}`
      : `Ce-${name}: ${headerValue(value)}`,
  );
  return [
    `curl -X POST ${address ? quoted(address) : unknownAddress}`,
    ...headers.map(header => `-H ${quoted(header)}`),
    ...(data === undefined
      ? []
      : [`--data-raw ${quoted(JSON.stringify(data, null, 2))}`]),
  ].join(' \\\n  ');
}

/** As one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
