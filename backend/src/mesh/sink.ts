import type {
  Authorization,
  Readiness,
  Setting,
} from 'backstage-plugin-knative-event-mesh-common';
import { parseAddresses } from './addresses';
import { parseAuthorization } from './authorization';
import type { UnknownObject } from './guards';
import type { GroupKind } from './knative';
import { parseMetadata, type Metadata } from './metadata';
import { parseOwners, type Owner } from './owners';
import { perKind } from './perKind';
import { findCondition } from './readiness';
import { parseSettings } from './settings';

/** A resource at which events end, as far as the mesh needs it. */
export interface SinkObject {
  metadata: Metadata;
  group: string;
  kind: string;
  owners: Owner[];
  /** URLs at which it takes events; the first is the one that is used. */
  addresses: string[];
  /** Sorted by name. */
  settings: Setting[];
  authorization?: Authorization;
  readiness?: Readiness;
}

/**
 * Gives what reads a sink of a kind, such as JobSink or KafkaSink; for the same
 * kind always the same function, which throws MalformedObject.
 */
export const parseSink = perKind(
  ({ group, kind }: GroupKind) =>
    (object: UnknownObject): SinkObject => {
      const metadata = parseMetadata(object);
      const authorization = parseAuthorization(object);
      const readiness = findCondition(object, 'Ready');
      return {
        metadata,
        group,
        kind,
        owners: parseOwners(object),
        addresses: parseAddresses(object),
        settings: parseSettings({ group, kind }, object),
        ...(authorization ? { authorization } : {}),
        ...(readiness ? { readiness } : {}),
      };
    },
);
