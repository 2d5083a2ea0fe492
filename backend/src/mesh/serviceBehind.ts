/**
 * The namespace and name of the Kubernetes Service that a URL in the cluster goes
 * to, as in `http://orders.shop.svc.cluster.local/new` (knative.md 4.1).
 */
export function serviceBehind(
  uri: string,
): { namespace: string; name: string } | undefined {
  if (!URL.canParse(uri)) {
    return undefined;
  }
  const { protocol, hostname } = new URL(uri);
  const [name, namespace, svc] = hostname.split('.');
  return /^https?:$/.test(protocol) && svc === 'svc' && name && namespace
    ? { namespace, name }
    : undefined;
}
