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
import type { EventsService } from '@backstage/plugin-events-node';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { readEnvironmentDetails } from 'backstage-plugin-knative-event-mesh-common';
import { fetchEventMesh, type AnswerIdentity } from './client';
import type { ProviderConfig } from './config';
import { findComponents } from './components';
import { contentsOf } from './contents';
import { environmentEntity, holdsContents } from './entities';
import { makePoll, type Poll } from './makePoll';
import { readEnvironmentEntity } from './ownEntities';
import { measure, type MeshMeasurement, type MeshMetrics } from './metrics';
import { pollFailure } from './pollFailure';
import { pollOnEvents } from './pollOnEvents';
import { providerName } from './providerName';
import { describeDoubts, type DoubtNews } from './removals';
import { oneLine } from './shape';
import type { EventMeshEntityTransformer } from './transform';
import { writeEntities } from './writeEntities';

/** As long as the pages take an environment for up to date, besides two intervals. */
const VALID_SECONDS = 10 * 60;

/** The services that a provider works with. */
export interface KnativeEventMeshEntityProviderOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  scheduler: SchedulerService;
  /** Needed to poll on events. */
  events?: EventsService;
  /** What changes the entities before they are written. */
  transformer?: EventMeshEntityTransformer;
  metrics?: MeshMetrics;
  /** What time it is. Default: what this process holds for it. */
  now?: () => Date;
}

/** What this process remembers of its last poll, to do the next with less work. */
interface LastPoll {
  answer: AnswerIdentity;
  kubernetesIds: string[];
  /** What the transformer has made of it. */
  transformed?: string;
  /** What the mesh contains, for the log. */
  summary: string;
  measurement: MeshMeasurement;
}

/**
 * Brings the event mesh of one environment into the catalog with each poll.
 *
 * @remarks
 * Every failure to read rejects before the catalog is touched, so that the last
 * good entities stay and the scheduler records the failure. What an answer
 * leaves out, or lacks all at once, stays too, and everything else is written.
 * All state is in the catalog, so any replica may run the next poll. What a
 * process remembers spares it work, and bridges the time until the catalog shows
 * what was written.
 */
export class KnativeEventMeshEntityProvider implements EntityProvider {
  readonly #config: ProviderConfig;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  readonly #scheduler: SchedulerService;
  readonly #events: EventsService | undefined;
  readonly #transformer: EventMeshEntityTransformer | undefined;
  readonly #metrics: MeshMetrics | undefined;
  readonly #now: () => Date;
  #last: LastPoll | undefined;
  #written: Entity | undefined;
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
    this.#scheduler = options.scheduler;
    this.#events = options.events;
    this.#transformer = options.transformer;
    this.#metrics = options.metrics;
    this.#now = options.now ?? (() => new Date());
    this.#logger = options.logger.child({ target: this.getProviderName() });
    this.#taskRunner = options.scheduler.createScheduledTaskRunner({
      ...config.schedule,
      scope: 'global',
    });
  }

  /** {@inheritdoc @backstage/plugin-catalog-node#EntityProvider.getProviderName} */
  getProviderName(): string {
    return providerName(this.#config.environment);
  }

  /** {@inheritdoc @backstage/plugin-catalog-node#EntityProvider.connect} */
  async connect(connection: EntityProviderConnection): Promise<void> {
    const taskId = `${this.getProviderName()}:refresh`;
    await this.#taskRunner.run({
      id: taskId,
      fn: signal =>
        this.#refresh(connection, signal).catch(error => {
          // Thrown again, so that the scheduler sees and logs what fails.
          throw pollFailure(error, signal);
        }),
    });
    const { eventsTopic } = this.#config;
    if (eventsTopic && this.#events) {
      await pollOnEvents({
        topic: eventsTopic,
        taskId,
        events: this.#events,
        logger: this.#logger,
        scheduler: this.#scheduler,
      });
    }
  }

  async #refresh(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const started = Date.now();
    const last = this.#last;
    const answer = await fetchEventMesh(this.#config, {
      signal,
      last: last?.answer,
    });
    const fetched = Date.now();

    const services = { catalog: this.#catalog, auth: this.#auth };
    const now = this.#now();
    const shown = await readEnvironmentEntity(
      this.#config.environment,
      services,
    );
    if (last?.answer.hash === answer.hash) {
      const links = await findComponents(last.kubernetesIds, services);
      const contents = contentsOf(
        answer.hash,
        links,
        this.#config,
        last.transformed,
      );
      if (holdsContents(shown, contents, now)) {
        this.#log(`${last.summary}; nothing has changed`, {
          service: fetched - started,
          catalog: Date.now() - fetched,
          commit: 0,
        });
        this.#record(last.measurement);
        return;
      }
    }

    const previous = newerOf(shown, this.#written);
    const previousDetails = previous && readEnvironmentDetails(previous);
    const interval = pollIntervalSeconds(this.#config.schedule);
    const { hash, etag, skipped, ...read } = await answer.read();
    const poll = await makePoll(
      { ...read, skipped },
      {
        config: this.#config,
        services,
        previous: previousDetails,
        now,
        pollIntervalSeconds: interval,
        signal,
        transformer: this.#transformer,
      },
    );
    const { doubts, mesh, components, kubernetesIds } = poll;
    const environment = environmentEntity(
      { ...mesh.environment, pollIntervalSeconds: interval },
      this.#config,
      {
        now,
        previous,
        doubts,
        // Removals that are in doubt depend on the time, too, and a transformer
        // may not fail the next time.
        contents:
          poll.failed > 0 || doubts.some(({ reason }) => reason === 'removals')
            ? undefined
            : contentsOf(hash, components, this.#config, poll.transformed),
      },
    );
    const made = Date.now();
    await writeEntities(
      connection,
      { ...poll, environment },
      { locationKey: this.getProviderName(), signal },
    );

    this.#written = environment;
    const summary = summarize(poll);
    this.#last = {
      answer: { hash, etag },
      kubernetesIds,
      transformed: poll.transformed,
      summary,
      measurement: measure(poll),
    };
    this.#record(this.#last.measurement);
    this.#warn([
      ...[...skipped, ...mesh.warnings].map(warning => `Left out: ${warning}`),
      ...mesh.environment.findings
        .filter(({ code }) => code === 'transformFailed')
        .map(({ message }) => message),
    ]);
    this.#tell(
      describeDoubts(previousDetails?.doubts ?? [], poll, this.#config),
    );
    this.#log(summary, {
      service: fetched - started,
      catalog: made - fetched,
      commit: Date.now() - made,
    });
  }

  #log(
    summary: string,
    milliseconds: { service: number; catalog: number; commit: number },
  ) {
    const { service, catalog, commit } = milliseconds;
    this.#logger.info(
      oneLine(
        `${summary}; service ${service} ms, catalog ${catalog} ms, commit ${commit} ms`,
      ),
    );
  }

  #record(measurement: MeshMeasurement) {
    this.#metrics?.record(
      this.#config.environment,
      measurement,
      VALID_SECONDS + 2 * (pollIntervalSeconds(this.#config.schedule) ?? 0),
    );
  }

  /** Tells of doubts when they begin and when they end, not in between. */
  #tell({ begun, ended }: DoubtNews) {
    begun.forEach(line => this.#logger.warn(oneLine(line)));
    ended.forEach(line => this.#logger.info(oneLine(line)));
  }

  /** Warns of what was not warned of in the last poll. */
  #warn(warnings: string[]) {
    for (const warning of warnings) {
      if (!this.#warned.has(warning)) {
        this.#logger.warn(oneLine(warning));
      }
    }
    this.#warned = new Set(warnings);
  }
}

/**
 * The entity of the environment that was written later. The catalog shows what
 * this process has written only after a while, and until then an earlier one,
 * whose doubts may have ended.
 */
function newerOf(
  shown: Entity | undefined,
  written: Entity | undefined,
): Entity | undefined {
  const timeOf = (entity: Entity | undefined) => {
    const details = entity && readEnvironmentDetails(entity);
    return details ? Date.parse(details.lastGoodPoll) : -Infinity;
  };
  return timeOf(written) > timeOf(shown) ? written : shown;
}

function summarize({ mesh, kept, failed }: Poll): string {
  const { counts, linkCoverage } = mesh.environment;
  const counted = counts.map(({ kind, count }) => `${count} ${kind}`);
  return `Read ${counted.join(', ')}; ${linkCoverage.linked} of ${
    linkCoverage.total
  } subscribers linked${kept > 0 ? `; ${kept} entities kept in doubt` : ''}${
    failed > 0 ? `; ${failed} not transformed` : ''
  }`;
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
