/** A key that no other object has, among objects of all kinds. */
export function keyOf(object: {
  group?: string;
  kind: string;
  namespace: string;
  name: string;
}): string {
  const { group = '', kind, namespace, name } = object;
  return `${group}/${kind} ${namespace}/${name}`;
}
