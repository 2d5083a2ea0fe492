import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  EventMeshRole,
  Finding,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { toJson } from './details';
import { droppedFinding, sortedFindings } from './findings';
import { objectAnnotations } from './locations';
import { compareTexts, componentName } from './names';
import type { EntityOptions } from './options';
import { ownershipOf } from './ownership';
import { passThrough } from './passThrough';

/** What every Component entity of the mesh is made from. */
export interface ComponentInput {
  role: EventMeshRole;
  reference: ObjectReference;
  object: {
    uid: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
  };
  title: string;
  description: string;
  /** `spec.type`. */
  type: string;
  /** Full refs of the APIs that it provides, in any order. */
  providesApis?: Iterable<string>;
  /** Full refs, in any order; its own does not count. */
  dependsOn?: Iterable<string>;
  /** `spec.eventMesh`, without findings. */
  details: object;
  findings: Finding[];
}

/** A Component that stands for an object of the mesh. */
export function componentEntity(
  input: ComponentInput,
  options: EntityOptions,
): Entity {
  const { reference, object, details } = input;
  const { environment } = options;
  const passed = passThrough(object, options.passThrough);
  const { namespace, name } = componentName(options, reference, input.role);
  const own = stringifyEntityRef({ kind: 'Component', namespace, name });
  const ownership = ownershipOf(reference, object.annotations, options);
  const dependsOn = sortedRefs(input.dependsOn).filter(ref => ref !== own);

  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace,
      name,
      title: input.title,
      description: input.description,
      labels: passed.labels,
      annotations: {
        ...passed.annotations,
        ...objectAnnotations(
          { environment, ...reference },
          { uid: object.uid, role: input.role },
        ),
      },
    },
    spec: {
      type: input.type,
      lifecycle: options.lifecycle,
      owner: ownership.owner,
      system: ownership.system,
      ...(input.providesApis && {
        providesApis: sortedRefs(input.providesApis),
      }),
      ...(dependsOn.length > 0 && { dependsOn }),
      eventMesh: toJson({
        ...details,
        findings: sortedFindings([
          ...input.findings,
          ...droppedFinding(reference, passed.dropped),
          ...ownership.findings,
        ]),
      }),
    },
  };
}

function sortedRefs(refs: Iterable<string> = []): string[] {
  return [...new Set(refs)].sort(compareTexts);
}
