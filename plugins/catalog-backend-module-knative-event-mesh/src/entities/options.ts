import type { ProviderConfig } from '../config';

/** The settings that entities depend on. */
export type EntityOptions = Pick<
  ProviderConfig,
  | 'environment'
  | 'owner'
  | 'lifecycle'
  | 'relatePossibleConsumers'
  | 'trustConsumedBy'
  | 'passThrough'
>;
