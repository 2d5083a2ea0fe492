import { CATALOG_FILTER_EXISTS } from '@backstage/plugin-catalog-react';
import { bySeverity } from '../lib/bySeverity';
import { describeReference } from '../lib/describeReference';
import { findingFields, type MeshFinding, findingsOf } from '../lib/findingsOf';
import { roleFilter } from '../lib/roleFilter';
import { type CatalogReading, useCatalogReading } from './useCatalogReading';

/**
 * Reads what is wrong, or worth knowing, of all environments, the worst first,
 * otherwise in the order of the objects: that of the catalog changes.
 * Only entities with findings are asked for, page by page.
 */
export function useMeshFindings(): CatalogReading<MeshFinding[]> {
  return useCatalogReading(async catalogApi => {
    const findings: MeshFinding[] = [];
    const pages = catalogApi.streamEntities({
      filter: {
        [roleFilter]: CATALOG_FILTER_EXISTS,
        'spec.eventMesh.findings.code': CATALOG_FILTER_EXISTS,
      },
      fields: findingFields,
    });
    for await (const entities of pages) {
      findings.push(...entities.flatMap(findingsOf));
    }
    return bySeverity(findings.sort(byObject));
  }, 'findings');
}

function byObject(a: MeshFinding, b: MeshFinding): number {
  return textOf(a) < textOf(b) ? -1 : 1;
}

function textOf({ object, code, environment }: MeshFinding): string {
  return `${describeReference(object)} ${code} ${environment}`;
}
