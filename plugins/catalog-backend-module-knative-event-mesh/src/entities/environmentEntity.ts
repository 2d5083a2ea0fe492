import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type { EnvironmentDetails } from 'backstage-plugin-knative-event-mesh-common';
import { isObject } from '../shape';
import { toJson } from './details';
import { environmentAnnotations } from './locations';
import type { EntityOptions } from './options';

const MAXIMUM_FINDINGS = 500;
const REWRITE_AFTER_MILLISECONDS = 10 * 60 * 1000;

/** What a poll says about an environment, without when it was. */
export type EnvironmentState = Omit<
  EnvironmentDetails,
  'lastGoodPoll' | 'findingsLeftOut'
>;

/** The System that stands for an environment. */
export function environmentEntity(
  state: EnvironmentState,
  options: EntityOptions,
  lastPoll: { now: Date; previous?: Entity },
): Entity {
  const { environment } = options;
  const leftOut = state.findings.length - MAXIMUM_FINDINGS;
  const details = {
    ...state,
    findings: state.findings.slice(0, MAXIMUM_FINDINGS),
    ...(leftOut > 0 && { findingsLeftOut: leftOut }),
  };

  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      namespace: DEFAULT_NAMESPACE,
      name: `knative-event-mesh-${environment}`,
      title: `Knative event mesh ${environment}`,
      description: `Event types and brokers of the Knative environment ${environment}`,
      annotations: environmentAnnotations(environment),
    },
    spec: {
      owner: options.owner,
      type: 'event-mesh',
      eventMesh: {
        ...toJson(details),
        lastGoodPoll: lastGoodPoll(details, lastPoll),
      },
    },
  };
}

/**
 * The time of this poll, or the one that the catalog has as long as it says the
 * same: a time that changes with each poll would write the entity each time.
 */
function lastGoodPoll(
  details: object,
  { now, previous }: { now: Date; previous?: Entity },
): string {
  const written = previous?.spec?.eventMesh;
  if (isObject(written) && typeof written.lastGoodPoll === 'string') {
    const { lastGoodPoll: since, ...writtenState } = written;
    const age = now.getTime() - Date.parse(written.lastGoodPoll);
    if (
      age >= 0 &&
      age < REWRITE_AFTER_MILLISECONDS &&
      isDeepStrictEqual(writtenState, toJson(details))
    ) {
      return written.lastGoodPoll;
    }
  }
  return now.toISOString();
}
