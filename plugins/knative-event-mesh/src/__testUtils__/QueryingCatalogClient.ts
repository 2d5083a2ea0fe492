import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';

type Request = Parameters<InMemoryCatalogClient['queryEntities']>[0];
type Filter = Record<string, string | string[]>;

/**
 * A catalog in memory that answers predicates as a real one does: the paths of
 * its own do not lead through lists. What our pages ask for, one of several sets
 * of values, can be said as a filter, too, for which it looks through lists.
 */
export class QueryingCatalogClient extends InMemoryCatalogClient {
  async queryEntities(request?: Request) {
    return super.queryEntities(
      request && 'query' in request && request.query
        ? { ...request, query: undefined, filter: filterOf(request.query) }
        : request,
    );
  }
}

function filterOf(query: unknown): Filter[] {
  const { $any: conditions } = query as {
    $any: Record<string, string | { $in: string[] }>[];
  };
  return conditions.map(condition =>
    Object.fromEntries(
      Object.entries(condition).map(([path, value]) => [
        path,
        typeof value === 'string' ? value : value.$in,
      ]),
    ),
  );
}
