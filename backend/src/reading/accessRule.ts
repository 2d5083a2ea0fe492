/**
 * The rule of a Role or ClusterRole that allows to list resources of one group,
 * ready to be pasted.
 */
export function accessRule(
  group: string,
  resources: readonly string[],
): string {
  return [
    `- apiGroups: [${JSON.stringify(group)}]`,
    `  resources: [${resources.map(name => JSON.stringify(name)).join(', ')}]`,
    `  verbs: ["list"]`,
  ].join('\n');
}
