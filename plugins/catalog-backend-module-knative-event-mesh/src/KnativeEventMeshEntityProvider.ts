import type {
  AuthService,
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskRunner,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { fetchEventMesh } from './client';
import type { ProviderConfig } from './config';
import { findComponents, kubernetesIdsOf } from './consumers';
import { describeDoubts, findDoubts, isDoubtful } from './doubts';
import { environmentEntity, toEntities, type MeshEntities } from './entities';
import { withAbsentTriggers } from './omissions';
import { readEnvironmentEntity, readOwnEntities } from './ownEntities';
import { oneLine } from './shape';

/** The services that a provider works with. */
export interface KnativeEventMeshEntityProviderOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  scheduler: SchedulerService;
}

/**
 * Brings the event mesh of one environment into the catalog with each poll.
 *
 * @remarks
 * A poll either writes what the cluster holds or nothing: every failure rejects
 * before the catalog is touched, so that the last good entities stay and the
 * scheduler records the failure. All state is in the catalog, so any replica
 * may run the next poll.
 */
export class KnativeEventMeshEntityProvider implements EntityProvider {
  readonly #config: ProviderConfig;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  #warned: ReadonlySet<string> = new Set();

  static fromConfig(
    config: ProviderConfig,
    options: KnativeEventMeshEntityProviderOptions,
  ): KnativeEventMeshEntityProvider {
    return new KnativeEventMeshEntityProvider(config, options);
  }

  private constructor(
    config: ProviderConfig,
    options: KnativeEventMeshEntityProviderOptions,
  ) {
    this.#config = config;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger.child({ target: this.getProviderName() });
    this.#taskRunner = options.scheduler.createScheduledTaskRunner({
      ...config.schedule,
      scope: 'global',
    });
  }

  /** {@inheritdoc @backstage/plugin-catalog-node#EntityProvider.getProviderName} */
  getProviderName(): string {
    return `KnativeEventMeshEntityProvider:${this.#config.environment}`;
  }

  /** {@inheritdoc @backstage/plugin-catalog-node#EntityProvider.connect} */
  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#taskRunner.run({
      id: `${this.getProviderName()}:refresh`,
      // Without a catch, so that the scheduler sees and logs what fails.
      fn: signal => this.#refresh(connection, signal),
    });
  }

  async #refresh(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const started = Date.now();
    const { mesh, skipped } = await fetchEventMesh(this.#config, { signal });
    const fetched = Date.now();

    const services = { catalog: this.#catalog, auth: this.#auth };
    const answer = withAbsentTriggers(mesh, this.#config);
    const components = await findComponents(kubernetesIdsOf(answer), services);
    const result = toEntities(answer, components, this.#config);
    await this.#checkDoubts(result);
    const environment = environmentEntity(
      {
        ...result.environment,
        pollIntervalSeconds: pollIntervalSeconds(this.#config.schedule),
      },
      this.#config,
      {
        now: new Date(),
        previous: await readEnvironmentEntity(
          this.#config.environment,
          services,
        ),
      },
    );
    const read = Date.now();

    // After the timeout of the task another replica may already run the next
    // poll; this one must not overwrite what that has written.
    signal.throwIfAborted();
    await this.#write(connection, [environment, ...result.entities]);

    this.#warn([...skipped, ...result.warnings]);
    const { counts, linkCoverage } = result.environment;
    const counted = counts.map(({ kind, count }) => `${count} ${kind}`);
    this.#logger.info(
      oneLine(
        `Read ${counted.join(', ')}; ${linkCoverage.linked} of ${
          linkCoverage.total
        } subscribers linked; service ${fetched - started} ms, catalog ${
          read - fetched
        } ms, commit ${Date.now() - read} ms`,
      ),
    );
  }

  async #checkDoubts({ entities, environment }: MeshEntities): Promise<void> {
    const { omitted } = environment;
    if (!omitted.some(isDoubtful)) {
      return;
    }
    const owned = await readOwnEntities(this.#config.environment, {
      catalog: this.#catalog,
      auth: this.#auth,
    });
    const doubts = findDoubts(owned, entities, omitted);
    if (doubts.length > 0) {
      throw new Error(oneLine(describeDoubts(doubts, this.#config.configKey)));
    }
  }

  async #write(connection: EntityProviderConnection, entities: Entity[]) {
    const locationKey = this.getProviderName();
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity, locationKey })),
    });
  }

  /** Warns of what was not warned of in the last poll. */
  #warn(warnings: string[]) {
    for (const warning of warnings) {
      if (!this.#warned.has(warning)) {
        this.#logger.warn(oneLine(`Left out: ${warning}`));
      }
    }
    this.#warned = new Set(warnings);
  }
}

function pollIntervalSeconds({
  frequency,
}: SchedulerServiceTaskScheduleDefinition): number | undefined {
  if ('cron' in frequency || 'trigger' in frequency) {
    return undefined;
  }
  // What is read from configuration is never a Duration object of luxon.
  return durationToMilliseconds(frequency as HumanDuration) / 1000;
}
