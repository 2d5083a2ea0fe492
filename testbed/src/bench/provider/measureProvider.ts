import { processUsage } from '../processUsage';
import type { RowsWritten } from './database/catalogDatabase';
import { rowsBetween } from './database/rowsWritten';
import { meshDocument } from './mesh/meshDocument';
import { writeAnswer } from './meshServer';
import { measurePoll } from './poll/measurePoll';
import { measureProcessor } from './processor/measureProcessor';
import {
  toProviderResult,
  type PollKind,
  type ProviderResult,
  type ProviderSample,
} from './result';
import { until, untilAtRest, withStage, type Stage } from './stage';

/** How the provider is measured. */
export interface MeasuringProvider {
  /** Connection string of an account that may create databases. */
  postgresUrl: string;
  /** Of an unchanged poll, and of one change. */
  rounds: number;
  log: (line: string) => void;
}

/** A first load of 10,000 entities takes minutes. */
const roundsOfFirstLoad = 3;
/** Programs compile, and the catalog's tables grow, in the first polls. */
const warmUpPolls = 3;

/** Measures first loads, unchanged polls and polls with one change. */
export async function measureProvider(
  entities: number,
  measuring: MeasuringProvider,
): Promise<ProviderResult[]> {
  const firstLoads: ProviderSample[] = [];
  const rounds = Math.min(roundsOfFirstLoad, measuring.rounds);
  for (let round = 1; round < rounds; round++) {
    await withStage(entities, measuring.postgresUrl, async stage => {
      firstLoads.push(await load(stage));
    });
    measuring.log(`${entities} entities: first load ${round} of ${rounds}`);
  }
  return withStage(entities, measuring.postgresUrl, async stage => {
    const rows = () => stage.database.rowsWritten();
    const beforeLoad = await rows();
    firstLoads.push(await load(stage));
    const afterLoad = await rows();
    measuring.log(`${entities} entities: first load ${rounds} of ${rounds}`);

    const processor = await measureProcessor(
      await stage.catalog.ownEntities(),
      await stage.catalog.userComponents(),
    );

    for (let round = 0; round < warmUpPolls; round++) {
      await poll(stage);
    }
    const beforeCalm = await rows();
    const unchanged: ProviderSample[] = [];
    for (let round = 0; round < measuring.rounds; round++) {
      unchanged.push(await poll(stage));
    }
    const afterCalm = await rows();
    measuring.log(`${entities} entities: ${measuring.rounds} unchanged polls`);

    const changes: ProviderSample[] = [];
    for (let round = 1; round <= measuring.rounds; round++) {
      changes.push(await change(stage, round));
    }
    const afterChanges = await rows();
    measuring.log(`${entities} entities: ${measuring.rounds} changes`);

    const answerBytes = stage.mesh.answer.body.length;
    const result = (
      kind: PollKind,
      samples: ProviderSample[],
      rowsWritten: RowsWritten,
    ) =>
      toProviderResult({ entities, answerBytes, kind, rowsWritten }, samples);
    return [
      {
        ...result('first load', firstLoads, rowsBetween(beforeLoad, afterLoad)),
        processor,
      },
      result('unchanged', unchanged, rowsBetween(beforeCalm, afterCalm)),
      result('one change', changes, rowsBetween(afterCalm, afterChanges)),
    ];
  });
}

async function load(stage: Stage): Promise<ProviderSample> {
  return pollUntilShown(
    stage,
    1_000,
    async () => (await stage.catalog.countEntities()) === stage.entities,
  );
}

async function poll({
  backend,
  catalog,
  mesh,
}: Stage): Promise<ProviderSample> {
  return measurePoll(backend, catalog, mesh);
}

async function change(stage: Stage, revision: number): Promise<ProviderSample> {
  const document = meshDocument(stage.entities, revision);
  const [{ namespace, name }] = document.eventTypes;
  stage.mesh.answer = writeAnswer(document);
  return pollUntilShown(stage, 100, async () => {
    const shown = await stage.catalog.description(`api/${namespace}/${name}`);
    return shown?.includes(`Revision ${revision}\n`) === true;
  });
}

async function pollUntilShown(
  stage: Stage,
  intervalMilliseconds: number,
  isShown: () => Promise<boolean>,
): Promise<ProviderSample> {
  const { pid } = stage.backend;
  const sample = await poll(stage);
  const { cpuMilliseconds: cpuAfterPoll } = await processUsage(pid);
  await until('What the poll has brought', isShown, intervalMilliseconds);
  const shownMilliseconds = performance.now() - sample.startedAt;
  await untilAtRest(stage);
  const { cpuMilliseconds, peakMegabytes } = await processUsage(pid);
  return {
    ...sample,
    peakMegabytes,
    shownMilliseconds,
    cpuUntilRestMilliseconds:
      sample.cpuMilliseconds + cpuMilliseconds - cpuAfterPoll,
  };
}
