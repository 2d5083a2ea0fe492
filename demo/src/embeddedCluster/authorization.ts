import { failure, resourceFailure, type Answer } from './answers';
import type { ResourceTarget, Target } from './requestPath';

/** Rights in the terms of RBAC; `*` stands for any group, resource or verb. */
export interface AccessRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
  /** Where the rule holds, as a Role; everywhere if absent, as a ClusterRole. */
  namespaces?: string[];
}

/** A bearer token and what it may do. */
export interface ClusterToken {
  token: string;
  user: string;
  rules: 'all' | AccessRule[];
}

/** Who sends a request. */
export type Caller = Pick<ClusterToken, 'user' | 'rules'>;

const anonymous: Caller = { user: 'system:anonymous', rules: [] };

/** By method: on one object, and on all objects of a kind. */
const verbs: Record<string, [string, string]> = {
  GET: ['get', 'list'],
  HEAD: ['get', 'list'],
  POST: ['create', 'create'],
  PUT: ['update', 'update'],
  PATCH: ['patch', 'patch'],
  DELETE: ['delete', 'deletecollection'],
};

const publicPaths = ['/healthz', '/livez', '/readyz', '/version'];

/** Who an Authorization header stands for; undefined if its token is unknown. */
export function authenticate(
  authorization: string | undefined,
  tokens: readonly ClusterToken[],
): Caller | undefined {
  const [scheme, token] = authorization?.split(' ') ?? [];
  return token && scheme.toLowerCase() === 'bearer'
    ? tokens.find(known => known.token === token)
    : anonymous;
}

/** What a request does to its target, in the terms of RBAC. */
export function verbOf(method: string, target: Target): string {
  if (target.type === 'path') {
    return method.toLowerCase();
  }
  const [ofOne, ofMany] = verbs[method] ?? ['', ''];
  return target.name ? ofOne : ofMany;
}

/** Whether the caller may do something to a target. */
export function isAllowed(
  { rules, ...caller }: Caller,
  verb: string,
  target: Target,
): boolean {
  if (rules === 'all') {
    return true;
  }
  if (target.type === 'resource') {
    return rules.some(rule => allows(rule, verb, target));
  }
  if (verb !== 'get') {
    return false;
  }
  const isDiscovery = /^\/apis?(\/|$)/.test(target.path);
  return (
    publicPaths.includes(target.path) ||
    (isDiscovery && caller.user !== anonymous.user)
  );
}

/** The refusal of a caller, worded as Kubernetes does. */
export function forbidden(
  { user }: Caller,
  verb: string,
  target: Target,
): Answer {
  if (target.type === 'path') {
    const problem = `User "${user}" cannot ${verb} path "${target.path}"`;
    return failure(403, 'Forbidden', `forbidden: ${problem}`, {});
  }
  const { group, namespace } = target;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const resource = resourceOf(target);
  const problem = `User "${user}" cannot ${verb} resource "${resource}" in API group "${group}" ${scope}`;
  return resourceFailure(403, 'Forbidden', target, `is forbidden: ${problem}`);
}

function allows(
  rule: AccessRule,
  verb: string,
  target: ResourceTarget,
): boolean {
  const includes = (allowed: string[], wanted: string) =>
    allowed.includes('*') || allowed.includes(wanted);
  return (
    includes(rule.apiGroups, target.group) &&
    includes(rule.resources, resourceOf(target)) &&
    includes(rule.verbs, verb) &&
    (!rule.namespaces || rule.namespaces.includes(target.namespace ?? ''))
  );
}

function resourceOf({ plural, subresource }: ResourceTarget): string {
  return subresource ? `${plural}/${subresource}` : plural;
}
