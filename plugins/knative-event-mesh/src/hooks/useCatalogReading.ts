import { useApi } from '@backstage/core-plugin-api';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** What is read from the catalog, as far as it has answered. */
export type CatalogReading<T> =
  | { status: 'loading' }
  | { status: 'error'; error: Error; retry: () => void }
  | { status: 'loaded'; value: T };

/**
 * Reads from the catalog, again whenever what is asked for changes.
 *
 * @param asked - what `read` depends on, as a text
 */
export function useCatalogReading<T>(
  read: (catalogApi: CatalogApi) => Promise<T>,
  asked: string,
): CatalogReading<T> {
  const catalogApi = useApi(catalogApiRef);
  const { value, error, loading, retry } = useAsyncRetry(
    async () => ({ asked, read: await read(catalogApi) }),
    // `read` is new with each rendering; `asked` is what may change.
    [catalogApi, asked],
  );

  // What was read for an earlier question is no answer to this one.
  if (loading || (value && value.asked !== asked)) {
    return { status: 'loading' };
  }
  return error || !value
    ? { status: 'error', error: error ?? new Error('No answer'), retry }
    : { status: 'loaded', value: value.read };
}
