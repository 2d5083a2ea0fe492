import {
  useApiHolder,
  useRouteRef as useClassicRouteRef,
} from '@backstage/core-plugin-api';
import {
  type RouteRef,
  routeResolutionApiRef,
} from '@backstage/frontend-plugin-api';
import { useLocation } from 'react-router-dom';
import { classicPageRouteRef, classicParts } from '../legacy/routes';

/**
 * Where a page of ours is, in an app of either frontend system. Undefined in an
 * app that has switched it off.
 */
export function usePagePath(routeRef: RouteRef): string | undefined {
  const { pathname } = useLocation();
  const routes = useApiHolder().get(routeResolutionApiRef);
  const classicPage = useClassicPagePath();

  if (routes) {
    return routes.resolve(routeRef, { sourcePath: pathname })?.();
  }
  const part = classicParts.find(known => known.routeRef === routeRef);
  return classicPage && part && `${classicPage}/${part.path}`;
}

/** Undefined in an app that is no classic one, or does not have the page. */
function useClassicPagePath(): string | undefined {
  try {
    return useClassicRouteRef(classicPageRouteRef)();
  } catch {
    return undefined;
  }
}
