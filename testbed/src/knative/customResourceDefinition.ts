import type { KubernetesObject } from '../cluster/kubernetesObject';

/** A CRD, as far as its installation looks into it. */
export interface CustomResourceDefinition extends KubernetesObject {
  spec: {
    group: string;
    names: { plural: string; [field: string]: unknown };
    versions: { name: string; served: boolean; storage: boolean }[];
    conversion?: unknown;
    [field: string]: unknown;
  };
}

/** True for a CRD. */
export function isCustomResourceDefinition(
  object: KubernetesObject,
): object is CustomResourceDefinition {
  return object.kind === 'CustomResourceDefinition';
}

/** The same CRD without a webhook that converts between its versions. */
export function withoutConversion(
  definition: CustomResourceDefinition,
): CustomResourceDefinition {
  const { conversion, ...spec } = definition.spec;
  return { ...definition, spec };
}

/** The paths that list its objects in every version that can be read. */
export function listPaths({
  spec: { group, names, versions, conversion },
}: CustomResourceDefinition): string[] {
  // Other versions than the stored one need the webhook, which may be dead.
  const readable = versions.filter(
    ({ served, storage }) => served && (storage || !conversion),
  );
  return readable.map(({ name }) => `/apis/${group}/${name}/${names.plural}`);
}
