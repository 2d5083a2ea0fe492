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

const publicPaths = ['/healthz', '/livez', '/readyz', '/version'];

/** Who an Authorization header stands for; undefined if its token is unknown. */
export function authenticate(
  authorization: string | undefined,
  tokens: readonly ClusterToken[],
): Caller | undefined {
  const token = authorization?.match(/^bearer +(\S+)$/i)?.[1];
  return token ? tokens.find(known => known.token === token) : anonymous;
}

/** Whether the caller may read what a path asks for. */
export function mayRead({ rules, ...caller }: Caller, target: Target): boolean {
  if (rules === 'all') {
    return true;
  }
  if (target.type === 'resource') {
    return rules.some(rule => allows(rule, target));
  }
  const isDiscovery = /^\/apis?(\/|$)/.test(target.path);
  return (
    publicPaths.includes(target.path) ||
    (isDiscovery && caller.user !== anonymous.user)
  );
}

/** The refusal of a caller, worded as Kubernetes does. */
export function forbidden({ user }: Caller, target: Target): Answer {
  if (target.type === 'path') {
    const problem = `User "${user}" cannot get path "${target.path}"`;
    return failure(403, 'Forbidden', `forbidden: ${problem}`, {});
  }
  const { group, plural, namespace } = target;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const problem = `User "${user}" cannot ${verbOf(
    target,
  )} resource "${plural}" in API group "${group}" ${scope}`;
  return resourceFailure(403, 'Forbidden', target, `is forbidden: ${problem}`);
}

function allows(rule: AccessRule, target: ResourceTarget): boolean {
  const includes = (allowed: string[], wanted: string) =>
    allowed.includes('*') || allowed.includes(wanted);
  return (
    includes(rule.apiGroups, target.group) &&
    includes(rule.resources, target.plural) &&
    includes(rule.verbs, verbOf(target)) &&
    (!rule.namespaces || rule.namespaces.includes(target.namespace ?? ''))
  );
}

function verbOf(target: ResourceTarget): 'get' | 'list' {
  return target.name ? 'get' : 'list';
}
