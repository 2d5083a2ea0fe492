import { Skeleton, VisuallyHidden } from '@backstage/ui';

/** That something is being read, in the place that it will take. */
export function Loading(props: {
  /** What is read, such as `findings`. */
  what: string;
  /** In pixels, about that of what will be there. */
  height: number;
}) {
  return (
    <div role="status">
      <VisuallyHidden>{`Reading ${props.what} …`}</VisuallyHidden>
      <Skeleton width="100%" height={props.height} aria-hidden />
    </div>
  );
}
