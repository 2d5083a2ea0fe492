import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { eventMeshTranslationRef } from '../../translation';

/** That something is being read, in the place that it will take. */
export function Loading(props: {
  /** What is read, such as `findings`. */
  what: string;
  /** In pixels, about that of what will be there. */
  height: number;
}) {
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <div role="status">
      <VisuallyHidden>
        {t('common.reading', { what: props.what })}
      </VisuallyHidden>
      <Skeleton width="100%" height={props.height} aria-hidden />
    </div>
  );
}
