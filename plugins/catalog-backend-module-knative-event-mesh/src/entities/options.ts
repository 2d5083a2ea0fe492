import type { ProviderConfig } from '../config';

/** The settings that entities depend on. */
export type EntityOptions = Pick<
  ProviderConfig,
  | 'environment'
  | 'namespaces'
  | 'emit'
  | 'owner'
  | 'ownerByNamespace'
  | 'system'
  | 'lifecycle'
  | 'entityNamespace'
  | 'naming'
  | 'apiType'
  | 'relatePossibleConsumers'
  | 'trustConsumedBy'
  | 'passThrough'
>;
