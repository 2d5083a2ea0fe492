import type {
  AttributeDeclaration,
  Authorization,
  Emission,
  Finding,
  MatchReason,
  ObjectReference,
  Omission,
  PolicyTarget,
  Readiness,
  Setting,
} from '../../contract';
import { fields, listOf, oneOf, text } from './values';

/** A reference needs a kind and a name. */
export function readReference(value: unknown): ObjectReference | undefined {
  const from = fields(value);
  const kind = text(from?.kind);
  const name = text(from?.name);
  return from && kind && name
    ? {
        group: text(from.group) ?? '',
        kind,
        namespace: text(from.namespace) ?? '',
        name,
      }
    : undefined;
}

export function readReadiness(value: unknown): Readiness | undefined {
  const from = fields(value);
  const status = oneOf(['True', 'False', 'Unknown'], from?.status);
  return from && status
    ? {
        status,
        reason: text(from.reason),
        message: text(from.message),
        since: text(from.since),
        stale: from.stale === true,
      }
    : undefined;
}

export function readReason(value: unknown): MatchReason | undefined {
  const from = fields(value);
  const sentence = text(from?.text);
  const code = text(from?.code);
  return from && sentence && code
    ? {
        code: code as MatchReason['code'],
        attribute: text(from.attribute),
        expression: text(from.expression),
        text: sentence,
      }
    : undefined;
}

/** What is not certain counts as possible. */
export function readMatch(value: unknown): 'yes' | 'maybe' {
  return value === 'yes' ? 'yes' : 'maybe';
}

export function readFinding(value: unknown): Finding | undefined {
  const from = fields(value);
  const code = text(from?.code);
  const message = text(from?.message);
  const object = readReference(from?.object);
  return from && code && message && object
    ? {
        code,
        severity: oneOf(['error', 'warning', 'info'], from.severity) ?? 'info',
        object,
        message,
        action: text(from.action) ?? '',
      }
    : undefined;
}

export function readAttribute(
  value: unknown,
): AttributeDeclaration | undefined {
  const from = fields(value);
  const name = text(from?.name);
  return from && name
    ? { name, value: text(from.value), required: from.required === true }
    : undefined;
}

export function readSetting(value: unknown): Setting | undefined {
  const from = fields(value);
  const name = text(from?.name);
  return from && name ? { name, value: text(from.value) ?? '' } : undefined;
}

export function readEmission(value: unknown): Emission | undefined {
  const from = fields(value);
  const type = text(from?.type);
  return from && type
    ? { type, source: text(from.source), match: readMatch(from.match) }
    : undefined;
}

/** Nobody is known to be kept out, or let in, unless it says so. */
export function readAuthorization(value: unknown): Authorization | undefined {
  const from = fields(value);
  return (
    from && {
      enforced: oneOf(['yes', 'no', 'unknown'], from.enforced) ?? 'unknown',
      mode: text(from.mode),
      policies: listOf(from.policies, text),
    }
  );
}

export function readPolicyTarget(value: unknown): PolicyTarget | undefined {
  const from = fields(value);
  const kind = text(from?.kind);
  return from && kind
    ? {
        group: text(from.group) ?? '',
        kind,
        name: text(from.name),
        selector: text(from.selector),
      }
    : undefined;
}

export function readOmission(value: unknown): Omission | undefined {
  const from = fields(value);
  return (
    from && {
      group: text(from.group),
      kind: text(from.kind),
      namespace: text(from.namespace),
      reason:
        oneOf(['forbidden', 'unavailable', 'unsupported'], from.reason) ??
        'unavailable',
      message: text(from.message) ?? '',
    }
  );
}
