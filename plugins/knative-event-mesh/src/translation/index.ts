import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { cardsMessages } from './cards';
import { contractMessages } from './contract';
import { pageMessages } from './page';
import { topologyMessages } from './topology';
import { eventTypesMessages } from './eventTypes';

/**
 * Every text of the pages and cards, by part of the plugin; translations for
 * other languages are added to the app for this ref.
 *
 * @public
 */
export const eventMeshTranslationRef = createTranslationRef({
  id: 'plugin.knative-event-mesh',
  messages: {
    page: pageMessages,
    cards: cardsMessages,
    contract: contractMessages,
    eventTypes: eventTypesMessages,
    topology: topologyMessages,
  },
});
