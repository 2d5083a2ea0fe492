import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { eventMeshTranslationRef } from '../translation';

/** Gives a text in the language of the app. */
export type TopologyTexts = TranslationFunction<
  (typeof eventMeshTranslationRef)['T']
>;

/** The texts of the pages, in the language of the app. */
export function useTopologyTexts(): TopologyTexts {
  return useTranslationRef(eventMeshTranslationRef).t;
}
