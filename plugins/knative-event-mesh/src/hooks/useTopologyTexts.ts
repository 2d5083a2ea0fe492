import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { eventMeshTranslationRef } from '../translation';

/** The texts of the page, in the language of the app. */
export function useTopologyTexts() {
  return useTranslationRef(eventMeshTranslationRef).t;
}

/** Gives a text in the language of the app. */
export type TopologyTexts = ReturnType<typeof useTopologyTexts>;
