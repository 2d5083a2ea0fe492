import type { ProviderConfig } from '../config';

/** What entities depend on besides the objects of the mesh. */
export type EntityOptions = EntitySettings & {
  /** Full refs of the owners that Namespaces name, by namespace. */
  namespaceOwners?: ReadonlyMap<string, string>;
};

/** The settings that entities depend on. */
type EntitySettings = Pick<
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
