import {
  failure,
  qualifiedResource,
  resourceDetails,
  type Answer,
} from './answers';
import type { ResourceTarget, Target } from './requestPath';

/** Rights in the terms of RBAC; `*` stands for any group, resource or verb. */
export interface AccessRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
  /** Where the rule holds, like a Role; everywhere if absent, like a ClusterRole. */
  namespaces?: string[];
}

/** A bearer token and what it may do. */
export interface ClusterToken {
  token: string;
  user: string;
  rules: 'all' | AccessRule[];
}

/** Who sends a request. */
export interface Caller {
  user: string;
  authenticated: boolean;
  rules: 'all' | AccessRule[];
}

const anonymous: Caller = {
  user: 'system:anonymous',
  authenticated: false,
  rules: [],
};

const publicPaths = ['/healthz', '/livez', '/readyz', '/version'];

/** The caller behind an Authorization header, or undefined for an unknown token. */
export function authenticate(
  authorization: string | undefined,
  tokens: readonly ClusterToken[],
): Caller | undefined {
  const token = authorization?.match(/^bearer +(\S+)$/i)?.[1];
  if (!token) {
    return anonymous;
  }
  const known = tokens.find(candidate => candidate.token === token);
  return known && { ...known, authenticated: true };
}

/** Whether the caller may read what the path asks for. */
export function mayRead(caller: Caller, target: Target): boolean {
  if (caller.rules === 'all') {
    return true;
  }
  if (target.type === 'path') {
    return mayReadPath(caller, target.path);
  }
  return caller.rules.some(rule => allows(rule, target));
}

/** The refusal of a caller, worded as Kubernetes does. */
export function forbidden(caller: Caller, target: Target): Answer {
  if (target.type === 'path') {
    return failure(
      403,
      'Forbidden',
      `forbidden: User "${caller.user}" cannot get path "${target.path}"`,
      {},
    );
  }
  const { group, plural, namespace, name } = target;
  const resource = qualifiedResource(group, plural);
  const subject = name ? `${resource} "${name}"` : resource;
  const place = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return failure(
    403,
    'Forbidden',
    `${subject} is forbidden: User "${caller.user}" cannot ${verbOf(target)} ` +
      `resource "${plural}" in API group "${group}" ${place}`,
    resourceDetails(group, plural, name),
  );
}

function mayReadPath(caller: Caller, path: string): boolean {
  return (
    publicPaths.includes(path) ||
    (caller.authenticated && /^\/apis?(\/|$)/.test(path))
  );
}

function allows(rule: AccessRule, target: ResourceTarget): boolean {
  return (
    holds(rule.apiGroups, target.group) &&
    holds(rule.resources, target.plural) &&
    holds(rule.verbs, verbOf(target)) &&
    (!rule.namespaces ||
      (target.namespace !== undefined &&
        rule.namespaces.includes(target.namespace)))
  );
}

function holds(allowed: string[], wanted: string): boolean {
  return allowed.includes('*') || allowed.includes(wanted);
}

function verbOf(target: ResourceTarget): 'get' | 'list' {
  return target.name ? 'get' : 'list';
}
