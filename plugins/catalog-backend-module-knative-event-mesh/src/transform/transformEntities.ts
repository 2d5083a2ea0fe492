import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type {
  EventMeshRole,
  Finding,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { namespacedName } from '../entities/names';
import { turnsOf } from '../inTurns';
import { toOwnedEntity } from '../removals';
import { oneLine } from '../shape';
import { checkTransformed } from './checkTransformed';
import type { EventMeshEntityTransformer } from './extensionPoint';

const MAXIMUM_MESSAGE_LENGTH = 500;
/** A transformer whose messages name each entity must not fill the System. */
const MAXIMUM_FINDINGS = 20;

/** What a transformer has made of entities. */
export interface TransformedEntities {
  entities: Entity[];
  /** Full refs of what it leaves out. */
  skipped: ReadonlySet<string>;
  /** Full refs of what it could not transform. */
  failed: ReadonlySet<string>;
  /** One for each reason of a failure. */
  findings: Finding[];
}

/** Who transforms, and when to stop. */
export interface TransformOptions {
  transformer?: EventMeshEntityTransformer;
  environment: string;
  signal: AbortSignal;
}

interface Failure {
  object: ObjectReference;
  message: string;
  count: number;
}

/**
 * Hands each entity to the transformer, and holds what comes back to what the
 * catalog takes. Without a transformer, gives back the entities.
 *
 * @throws when the signal says so; never for what the transformer does
 */
export async function transformEntities(
  entities: Entity[],
  { transformer, environment, signal }: TransformOptions,
): Promise<TransformedEntities> {
  const result: Entity[] = [];
  const skipped = new Set<string>();
  const failed = new Set<string>();
  const failures = new Map<string, Failure>();
  if (!transformer) {
    return { entities, skipped, failed, findings: [] };
  }
  const turn = turnsOf(signal);
  const abort = abortOf(signal);
  try {
    for (const entity of entities) {
      const { reference, role } = toOwnedEntity(entity) ?? {};
      const ref = stringifyEntityRef(entity);
      try {
        const transformed = await checkTransformed(
          entity,
          await Promise.race([
            transformer(structuredClone(entity), {
              environment,
              role: role as EventMeshRole,
              object: reference as ObjectReference,
            }),
            abort.promise,
          ]),
        );
        if (transformed) {
          result.push(transformed);
        } else {
          skipped.add(ref);
        }
      } catch (error) {
        signal.throwIfAborted();
        failed.add(ref);
        const message = oneLine(stringifyError(error)).slice(
          0,
          MAXIMUM_MESSAGE_LENGTH,
        );
        const failure = failures.get(message);
        if (failure) {
          failure.count += 1;
        } else {
          failures.set(message, {
            object: reference as ObjectReference,
            message,
            count: 1,
          });
        }
      }
      await turn();
    }
  } finally {
    abort.release();
  }
  return {
    entities: result,
    skipped,
    failed,
    findings: [...failures.values()].slice(0, MAXIMUM_FINDINGS).map(describe),
  };
}

/** Rejects when the signal says so: a transformer may never come back. */
function abortOf(signal: AbortSignal) {
  let release = () => {};
  const promise = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort);
    release = () => signal.removeEventListener('abort', onAbort);
  });
  // Nobody may be waiting when it rejects.
  promise.catch(() => {});
  return { promise, release };
}

function describe({ object, message, count }: Failure): Finding {
  const others = count === 1 ? '' : ` and ${count - 1} more`;
  return {
    code: 'transformFailed',
    severity: 'error',
    object,
    message: `The transformer failed for ${object.kind} ${namespacedName(
      object,
    )}${others}: ${message}`,
    action:
      'Correct the transformer. Until then these entities stay as they were last.',
  };
}
