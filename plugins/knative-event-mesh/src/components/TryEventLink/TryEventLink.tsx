import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiFlaskLine } from '@remixicon/react';
import type { EventProvider } from 'backstage-plugin-knative-event-mesh-common';
import { usePagePath } from '../../hooks/usePagePath';
import { tryRouteRef } from '../../routes';
import { eventMeshTranslationRef } from '../../translation';

/** Leads to what the triggers of its broker do with an event of the type. */
export function TryEventLink(props: {
  /** Of the event type. */
  entity: Entity;
  provider?: EventProvider;
}) {
  const { entity, provider } = props;
  const path = usePagePath(tryRouteRef);
  const { t } = useTranslationRef(eventMeshTranslationRef);

  // Only brokers have filters; and an app may have switched the page off.
  if (!path || provider?.reference.kind !== 'Broker' || !provider.entityRef) {
    return null;
  }
  const query = new URLSearchParams({
    broker: provider.entityRef,
    eventType: stringifyEntityRef(entity),
  });
  return (
    <div>
      <ButtonLink
        size="small"
        variant="secondary"
        iconStart={<RiFlaskLine />}
        href={`${path}?${query}`}
      >
        {t('contract.tryEvent')}
      </ButtonLink>
    </div>
  );
}
