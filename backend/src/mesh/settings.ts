import type { Setting } from 'backstage-plugin-knative-event-mesh-common';
import {
  listAt,
  MalformedObject,
  objectAt,
  objectsAt,
  requiredTextAt,
  textAt,
  type UnknownObject,
} from './guards';
import type { GroupKind } from './knative';
import { parseLabelSelector } from './labelSelector';
import { specOf } from './spec';

type ReadSetting = (spec: UnknownObject, name: string) => string | undefined;

/**
 * What is passed on of each kind's spec. Nothing else is: a spec can hold what
 * is not for everybody, such as the address of a database.
 */
const readersByKind = new Map<string, Readonly<Record<string, ReadSetting>>>([
  [
    'sources.knative.dev/ApiServerSource',
    { mode: textAt, resources: parseResources },
  ],
  [
    'sources.knative.dev/KafkaSource',
    { consumerGroup: textAt, topics: parseTexts },
  ],
  ['sources.knative.dev/PingSource', { schedule: textAt, timezone: textAt }],
  ['eventing.knative.dev/KafkaSink', { topic: textAt }],
]);

/**
 * Reads what the spec of a source or sink says that people want to know.
 *
 * @returns sorted by name; none for a kind that is not known
 * @throws MalformedObject
 */
export function parseSettings(
  { group, kind }: GroupKind,
  object: UnknownObject,
): Setting[] {
  const readers = readersByKind.get(`${group}/${kind}`) ?? {};
  const spec = specOf(object);
  return Object.entries(readers).flatMap(([name, read]) => {
    const value = read(spec, name);
    return value ? [{ name, value }] : [];
  });
}

function parseTexts(spec: UnknownObject, name: string): string {
  const texts = listAt(spec, name);
  if (!texts.every(text => typeof text === 'string')) {
    throw new MalformedObject(`an element of ${name} is not text`);
  }
  return texts.join(', ');
}

/** Such as `apps/v1 Deployment, v1 Pod (app=shop)`. */
function parseResources(spec: UnknownObject, name: string): string {
  return objectsAt(spec, name)
    .map(resource => {
      const version = requiredTextAt(resource, 'apiVersion');
      const kind = requiredTextAt(resource, 'kind');
      const selector = parseLabelSelector(objectAt(resource, 'selector') ?? {});
      return `${version} ${kind}${selector && ` (${selector})`}`;
    })
    .join(', ');
}
