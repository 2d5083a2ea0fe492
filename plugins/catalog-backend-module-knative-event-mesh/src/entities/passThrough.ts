import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import type { PassThroughConfig } from '../config';
import { compareTexts } from './names';

const DEFAULT_LABELS = [
  'app.kubernetes.io/component',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/name',
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/version',
];

// Whoever could set these on a Kubernetes object would tell the catalog where
// an entity comes from, or make it invalid by a twin that differs in case.
const NEVER_PREFIXES = [
  'backstage.io/managed-by-',
  'knative-event-mesh/',
  'kubectl.kubernetes.io/last-applied-configuration',
];

/** The labels and annotations of an object that its entity carries. */
export interface PassedThrough {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** How many were asked for but are not valid in the catalog. */
  dropped: number;
}

/**
 * Picks the labels and annotations that entities may carry. What the catalog
 * would refuse is dropped: one of them would keep the whole entity out.
 */
export function passThrough(
  object: {
    labels: Record<string, string>;
    annotations: Record<string, string>;
  },
  config: PassThroughConfig,
): PassedThrough {
  const labels = pick(
    object.labels,
    [...DEFAULT_LABELS, ...config.labels],
    (key, value) =>
      KubernetesValidatorFunctions.isValidLabelKey(key) &&
      KubernetesValidatorFunctions.isValidLabelValue(value),
  );
  const annotations = pick(
    object.annotations,
    config.annotations,
    KubernetesValidatorFunctions.isValidAnnotationKey,
  );
  return {
    labels: labels.picked,
    annotations: annotations.picked,
    dropped: labels.dropped + annotations.dropped,
  };
}

function pick(
  values: Record<string, string>,
  allowed: string[],
  isValid: (key: string, value: string) => boolean,
) {
  const picked: Record<string, string> = {};
  const seen = new Set<string>();
  let dropped = 0;

  const entries = Object.entries(values)
    .filter(([key]) => isAllowed(key, allowed))
    .sort(([left], [right]) => compareTexts(left, right));
  for (const [key, value] of entries) {
    // The catalog refuses keys that differ only in case.
    const folded = key.toLowerCase();
    if (isValid(key, value) && !seen.has(folded)) {
      seen.add(folded);
      picked[key] = value;
    } else {
      dropped += 1;
    }
  }
  return { picked, dropped };
}

function isAllowed(key: string, allowed: string[]): boolean {
  const folded = key.toLowerCase();
  return (
    !NEVER_PREFIXES.some(prefix => folded.startsWith(prefix)) &&
    allowed.some(pattern =>
      pattern.endsWith('*')
        ? key.startsWith(pattern.slice(0, -1))
        : key === pattern,
    )
  );
}
