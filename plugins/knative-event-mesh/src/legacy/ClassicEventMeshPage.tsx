import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { RiFlowChart } from '@remixicon/react';
import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { eventMeshTranslationRef } from '../translation';
import { classicPageRouteRef, classicParts } from './routes';

/** What the parts of the page show; each is loaded when it is opened. */
const components = {
  overview: lazy(async () => {
    const { OverviewPage } = await import('../components/OverviewPage');
    return { default: OverviewPage };
  }),
  'event-types': lazy(async () => {
    const { EventTypesPage } = await import('../components/EventTypesPage');
    return { default: EventTypesPage };
  }),
  topology: lazy(async () => {
    const { TopologyPage } = await import('../components/TopologyPage');
    return { default: TopologyPage };
  }),
  findings: lazy(async () => {
    const { FindingsPage } = await import('../components/FindingsPage');
    return { default: FindingsPage };
  }),
  'try-an-event': lazy(async () => {
    const { TryEventPage } = await import('../components/TryEventPage');
    return { default: TryEventPage };
  }),
};

/** The Event Mesh page with its parts as tabs, as the new frontend system makes it. */
export function ClassicEventMeshPage() {
  const page = useRouteRef(classicPageRouteRef)();
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <>
      <PluginHeader
        title={t('page.title')}
        titleLink={page}
        icon={<RiFlowChart />}
        tabs={classicParts.map(({ path }) => ({
          id: path,
          label: t(`page.tabs.${path}`),
          href: `${page}/${path}`,
          matchStrategy: 'prefix',
        }))}
      />
      <Routes>
        {classicParts.map(({ path }) => {
          const Part = components[path];
          return <Route key={path} path={path} element={<Part />} />;
        })}
        <Route
          path="*"
          element={<Navigate to={classicParts[0].path} replace />}
        />
      </Routes>
    </>
  );
}
