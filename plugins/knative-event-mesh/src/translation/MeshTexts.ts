import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { eventMeshTranslationRef } from '.';

/** Gives a text of the plugin in the language of the app. */
export type MeshTexts = TranslationFunction<
  (typeof eventMeshTranslationRef)['T']
>;
