import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { pageMessages } from './page';
import { cardsMessages } from './cards';
import { contractMessages } from './contract';
import { commonMessages } from './common';
import { overviewMessages } from './overview';
import { findingsMessages } from './findings';
import { tryEventMessages } from './tryEvent';
import { topologyMessages } from './topology';
import { eventTypesMessages } from './eventTypes';

/**
 * The texts of the pages and of the event contract, by part of the plugin;
 * translations for other languages are added to the app for this ref. The README
 * says which texts are not among them.
 *
 * @public
 */
export const eventMeshTranslationRef = createTranslationRef({
  id: 'plugin.knative-event-mesh',
  messages: {
    common: commonMessages,
    page: pageMessages,
    overview: overviewMessages,
    findings: findingsMessages,
    tryEvent: tryEventMessages,
    cards: cardsMessages,
    contract: contractMessages,
    eventTypes: eventTypesMessages,
    topology: topologyMessages,
  },
});
