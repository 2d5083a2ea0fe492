import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { providerName } from './providerName';

/**
 * Holds the place of an environment whose settings are not known to be right yet.
 *
 * @remarks
 * When it starts, the catalog removes all entities of providers that are not
 * there. With `onPluginModuleBootFailure: continue` it also starts when this
 * module fails, and a misspelt setting would cost the whole environment. A
 * provider that is there and writes nothing keeps it.
 */
export class ReservedProvider implements EntityProvider {
  readonly #environment: string;
  #provider: EntityProvider | undefined;

  constructor(environment: string) {
    this.#environment = environment;
  }

  /** Sets what does the work, once the settings are known to be right. */
  provide(provider: EntityProvider) {
    this.#provider = provider;
  }

  /** {@inheritdoc @backstage/plugin-catalog-node#EntityProvider.getProviderName} */
  getProviderName(): string {
    return providerName(this.#environment);
  }

  /** {@inheritdoc @backstage/plugin-catalog-node#EntityProvider.connect} */
  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#provider?.connect(connection);
  }
}
