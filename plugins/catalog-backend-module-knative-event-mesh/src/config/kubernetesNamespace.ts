const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether Kubernetes takes a text as the name of a namespace. */
export function isKubernetesNamespace(text: string): boolean {
  return DNS_LABEL.test(text);
}
