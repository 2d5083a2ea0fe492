import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { usePagePath } from '../../hooks/usePagePath';
import type { FindingFilter } from '../../lib/filterFindings';
import { findingsRouteRef } from '../../routes';

/** Leads to the findings that fit some conditions. */
export function FindingsLink(props: {
  filter: Partial<FindingFilter>;
  children: ReactNode;
}) {
  const path = usePagePath(findingsRouteRef);
  const query = new URLSearchParams(props.filter).toString();

  // An app may have switched the page off.
  return path ? (
    <Link href={`${path}?${query}`} variant="body-medium">
      {props.children}
    </Link>
  ) : (
    <>{props.children}</>
  );
}
