import type { AttributeDeclaration } from '../contract';

/**
 * The parts of an EventType's spec that declare attributes, in any version.
 *
 * @public
 */
export interface EventTypeDeclaration {
  /** The CloudEvents `type`. */
  type: string;
  /** `spec.source` of v1beta1 and v1beta2. */
  source?: string;
  /** `spec.schema` of v1beta1 and v1beta2: the URL of the schema. */
  schema?: string;
  /** `spec.attributes` of v1beta3. */
  attributes?: readonly {
    name: string;
    required?: boolean;
    value?: string;
  }[];
}

/** Attributes whose declared value went through a URL. */
const urls = new Set(['dataschema', 'source']);

/**
 * What every event of an EventType is known to carry, sorted by name
 * (knative.md 1.1 and 3.5). `id`, `source`, `specversion` and `type` are always
 * there, because a CloudEvent without them is not valid; a schema URL is what
 * `dataschema` says if an event carries it.
 *
 * @public
 */
export function attributesOfEventType(
  declaration: EventTypeDeclaration,
): AttributeDeclaration[] {
  const declared = new Map<string, AttributeDeclaration>();
  const declare = (name: string, required: boolean, value?: string) =>
    declared.set(name, {
      name,
      ...(value ? { value: urls.has(name) ? decodeBraces(value) : value } : {}),
      required,
    });

  if (declaration.schema) {
    declare('dataschema', false, declaration.schema);
  }
  for (const { name, required, value } of declaration.attributes ?? []) {
    // v1beta3 says `schemadata` where CloudEvents says `dataschema`.
    const attribute = name === 'schemadata' ? 'dataschema' : name;
    declare(attribute, required ?? false, value);
  }
  const valueOf = (name: string) => declared.get(name)?.value;
  declare('id', true, valueOf('id'));
  declare('source', true, declaration.source || valueOf('source'));
  declare('specversion', true, valueOf('specversion'));
  declare('type', true, declaration.type);

  return [...declared.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Knative keeps URLs through Go's net/url, which encodes a variable's braces. */
function decodeBraces(value: string): string {
  return value.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
}
