import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { CatalogReading } from '../../hooks/useCatalogReading';
import { eventMeshTranslationRef } from '../../translation';
import { Loading } from '../Loading';

/** What was read from the catalog, once it has answered, and what to do if it fails. */
export function CatalogContent<T>(props: {
  /** What is read, in the plural, such as `findings`. */
  what: string;
  reading: CatalogReading<T>;
  /** In pixels, about that of what will be there. */
  height: number;
  children: (value: T) => ReactNode;
}) {
  const { what, reading, height, children } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  switch (reading.status) {
    case 'loading':
      return <Loading what={what} height={height} />;
    case 'error':
      return (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('common.notRead', { what })}
          description={reading.error.message}
          customActions={
            <Button size="small" variant="secondary" onPress={reading.retry}>
              {t('common.tryAgain')}
            </Button>
          }
        />
      );
    default:
      return <>{children(reading.value)}</>;
  }
}
