import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  startKubeApiserver,
  type KubeApiserver,
} from '../apiserver/startKubeApiserver';
import { alternate, type Contestant } from './alternate';
import type { Access, StartCandidate } from './candidates/candidate';
import { startServiceOnChanges } from './candidates/changingMesh';
import { startFloor } from './candidates/floor';
import { startService } from './candidates/service';
import { startUpstream } from './candidates/upstream';
import type { DataSet } from './mesh/dataSets';
import { readerToken } from './mesh/readerToken';
import { seed } from './mesh/seed';
import type { BenchOptions } from './options';
import type { AskedRequest } from './requests/askedRequest';
import { recordAnswer } from './requests/recordAnswer';
import { toResult, type Result } from './result';

/** How a data set is measured. */
export interface Measuring extends Pick<BenchOptions, 'rounds'> {
  /** Upstream's executable, where it can be had. */
  upstream?: string;
  log: (line: string) => void;
}

/** A program, what it asks, and how often it is measured. */
interface Entry {
  start: StartCandidate;
  asked: AskedRequest[];
  rounds: number;
}

/** Upstream's service needs seconds where others need milliseconds. */
const roundsOfUpstream = 5;

/** Measures all programs on one data set, in a cluster made for it. */
export async function measureDataSet(
  set: DataSet,
  measuring: Measuring,
): Promise<Result[]> {
  const server = await startKubeApiserver();
  try {
    const started = performance.now();
    await seed(server, set);
    const seconds = Math.round((performance.now() - started) / 1_000);
    measuring.log(`${set.name}: seeded in ${seconds} s, measuring`);

    const access = await prepareAccess(server);
    const entries = await findEntries(server, access, set, measuring);
    const results = await measure(set, access, entries);
    // By itself: the others would see its changes, too.
    const [{ asked }] = entries;
    const onChanges: Entry = {
      start: startServiceOnChanges(server),
      asked,
      rounds: measuring.rounds,
    };
    return [...results, ...(await measure(set, access, [onChanges]))];
  } finally {
    await server.stop();
  }
}

async function prepareAccess(server: KubeApiserver): Promise<Access> {
  const { url, caCertificate, directory: folder } = server;
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, caCertificate);
  return {
    url,
    caCertificate,
    caFile,
    token: await readerToken(server),
    folder,
  };
}

async function findEntries(
  server: KubeApiserver,
  access: Access,
  set: DataSet,
  { rounds, upstream }: Measuring,
): Promise<Entry[]> {
  const asked = await recordAnswer(server, startService, access);
  const entries: Entry[] = [
    { start: startFloor(asked), asked, rounds },
    { start: startService, asked, rounds },
  ];
  if (upstream !== undefined) {
    const raised = startUpstream(upstream, 'raised');
    const upstreamEntry = {
      start: raised,
      asked: await recordAnswer(server, raised, access),
      rounds: Math.min(rounds, roundsOfUpstream),
    };
    entries.push(upstreamEntry);
    // It asks five times per second, once per Trigger: half an hour for 10,000.
    if (set.triggers <= 100) {
      const start = startUpstream(upstream, 'as shipped');
      entries.push({ ...upstreamEntry, start });
    }
  }
  return entries;
}

async function measure(
  set: DataSet,
  access: Access,
  entries: readonly Entry[],
): Promise<Result[]> {
  const contestants: Contestant[] = [];
  try {
    for (const { start, rounds } of entries) {
      contestants.push({ candidate: await start(access), rounds });
    }
    const samples = await alternate(contestants);
    return contestants.map(({ candidate }, index) =>
      toResult(
        { dataSet: set.name, candidate: candidate.name },
        samples[index],
        entries[index].asked,
      ),
    );
  } finally {
    await Promise.all(contestants.map(({ candidate }) => candidate.stop()));
  }
}
