import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { KUBERNETES_ID } from 'backstage-plugin-knative-event-mesh-common';
import { KUBERNETES_LABEL_SELECTOR } from '../../lib/isInEventMesh';
import { eventMeshTranslationRef } from '../../translation';
import { Sentence } from '../Sentence';

/** What to add so that what receives events for a component is linked to it. */
export function LinkAdvice(props: { component: Entity }) {
  const { annotations = {} } = props.component.metadata;
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const value = annotations[KUBERNETES_ID];
  const selector = annotations[KUBERNETES_LABEL_SELECTOR];

  if (value) {
    return (
      <Sentence
        text={t('cards.notLinked.byId', { key: KUBERNETES_ID, value })}
      />
    );
  }
  return (
    <Sentence
      text={
        selector
          ? t('cards.notLinked.bySelector', { selector })
          : t('cards.notLinked.byNothing', { key: KUBERNETES_ID })
      }
    />
  );
}
