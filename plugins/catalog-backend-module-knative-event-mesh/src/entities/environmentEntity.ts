import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type {
  EnvironmentDetails,
  RemovalDoubt,
} from 'backstage-plugin-knative-event-mesh-common';
import { CONTENTS_ANNOTATION } from '../contents';
import { isObject } from '../shape';
import { toJson } from './details';
import { environmentAnnotations } from './locations';
import type { EntityOptions } from './options';

const MAXIMUM_FINDINGS = 500;
const MAXIMUM_POLICIES = 500;
const REWRITE_AFTER_MILLISECONDS = 10 * 60 * 1000;

/** What a poll says about an environment, without when it was. */
export type EnvironmentState = Omit<
  EnvironmentDetails,
  'lastGoodPoll' | 'findingsLeftOut' | 'doubts'
>;

/** What a poll knows besides the mesh. */
export interface PollCircumstances {
  now: Date;
  /** The entity as it was written last. */
  previous?: Entity;
  /** Why entities stay that the answer does not have; sorted. */
  doubts?: RemovalDoubt[];
  /**
   * What all entities of this poll are made from, see `contentsOf`. Absent when
   * the next poll has work to do even if nothing has changed, because time
   * counts.
   */
  contents?: string;
}

/**
 * Whether the catalog holds what a poll with these contents would write.
 *
 * @remarks
 * All entities of a poll are written in one transaction, the one that says so
 * among them. From time to time the answer is no all the same: the poll then
 * brings back what somebody has deleted, and writes that it was good.
 */
export function holdsContents(
  previous: Entity | undefined,
  contents: string,
  now: Date,
): boolean {
  const written = previous?.spec?.eventMesh;
  return (
    previous?.metadata.annotations?.[CONTENTS_ANNOTATION] === contents &&
    isObject(written) &&
    typeof written.lastGoodPoll === 'string' &&
    isRecent(written.lastGoodPoll, now)
  );
}

/** The System that stands for an environment. */
export function environmentEntity(
  state: EnvironmentState,
  options: EntityOptions,
  circumstances: PollCircumstances,
): Entity {
  const { environment } = options;
  const leftOut = state.findings.length - MAXIMUM_FINDINGS;
  const details = {
    ...state,
    doubts: circumstances.doubts ?? [],
    policies: state.policies.slice(0, MAXIMUM_POLICIES),
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
      description: `Event mesh of the Knative environment ${environment}`,
      annotations: {
        ...environmentAnnotations(environment),
        ...(circumstances.contents && {
          [CONTENTS_ANNOTATION]: circumstances.contents,
        }),
      },
    },
    spec: {
      owner: options.owner,
      type: 'event-mesh',
      eventMesh: {
        ...toJson(details),
        lastGoodPoll: lastGoodPoll(details, circumstances),
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
  { now, previous, contents }: PollCircumstances,
): string {
  const written = previous?.spec?.eventMesh;
  if (isObject(written) && typeof written.lastGoodPoll === 'string') {
    const { lastGoodPoll: since, ...writtenState } = written;
    if (
      isRecent(written.lastGoodPoll, now) &&
      previous?.metadata.annotations?.[CONTENTS_ANNOTATION] === contents &&
      isDeepStrictEqual(writtenState, toJson(details))
    ) {
      return written.lastGoodPoll;
    }
  }
  return now.toISOString();
}

function isRecent(time: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(time);
  return age >= 0 && age < REWRITE_AFTER_MILLISECONDS;
}
