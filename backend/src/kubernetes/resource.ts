/** A kind as discovery describes it, in the version that is read. */
export interface Resource {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  /** Plural, as in paths: `triggers`. */
  plural: string;
  namespaced: boolean;
  /** Whether it can be listed. */
  listable: boolean;
  /** Such as `channel` or `sources` (knative.md 1.3). */
  categories: readonly string[];
}

/**
 * Whether a text can be one part of a Kubernetes path: a name of a group,
 * version, plural or namespace (DNS-1123). Escaping is not enough, because it
 * leaves `..` as it is (kubernetes.md 1.3).
 */
export function isPathPart(text: string): boolean {
  return (
    text.length <= 253 &&
    /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(text) &&
    !text.includes('..')
  );
}

/** Whether a text can be the name of a namespace (DNS-1123 label). */
export function isNamespaceName(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text);
}
