import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import { referenceKey } from '../references';
import { matchesNothingFindings, notConsumedFindings } from './consumption';
import type { FindingContext } from './context';
import { deadLetterFindings } from './deadLetters';
import { filterFindings } from './filters';
import { missingFindings } from './missing';
import { readinessFindings } from './readiness';
import { schemaFindings } from './schemas';
import { unlinkedFindings } from './unlinked';

/** Everything that is worth telling of a mesh, in no particular order. */
export function findFindings(context: FindingContext): Finding[] {
  const missing = missingFindings(context);
  // That something is not ready because something is missing is said already.
  const explained = new Set(missing.map(({ object }) => referenceKey(object)));
  return [
    ...missing,
    ...readinessFindings(context).filter(
      ({ object }) => !explained.has(referenceKey(object)),
    ),
    ...filterFindings(context.triggers),
    ...notConsumedFindings(context),
    ...matchesNothingFindings(context),
    ...deadLetterFindings(context),
    ...schemaFindings(context),
    ...unlinkedFindings(context),
  ];
}
