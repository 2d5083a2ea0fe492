import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startKubeApiserver } from '../apiserver/startKubeApiserver';
import { alternate } from './alternate';
import type { Candidate } from './candidates/candidate';
import { startFloor } from './candidates/floor';
import { startService } from './candidates/service';
import type { DataSet } from './mesh/dataSets';
import { readerToken } from './mesh/readerToken';
import { seed } from './mesh/seed';
import { recordAnswer } from './requests/recordAnswer';
import { toResult, type Result } from './result';

/** Measures all programs on one data set, in a cluster made for it. */
export async function measureDataSet(
  set: DataSet,
  rounds: number,
  log: (line: string) => void,
): Promise<Result[]> {
  const server = await startKubeApiserver();
  const running: Candidate[] = [];
  try {
    const started = performance.now();
    await seed(server, set);
    const seconds = Math.round((performance.now() - started) / 1_000);
    log(`${set.name}: seeded in ${seconds} s, measuring`);

    const access = {
      url: server.url,
      caFile: join(server.directory, 'ca.pem'),
      token: await readerToken(server),
      folder: server.directory,
    };
    await writeFile(access.caFile, server.caCertificate);
    const asked = await recordAnswer(server, startService, access);
    for (const start of [startFloor(asked), startService]) {
      running.push(await start(access));
    }
    const samples = await alternate(
      running.map(candidate => ({ candidate, rounds })),
    );
    return running.map(({ name }, index) =>
      toResult({ dataSet: set.name, candidate: name }, samples[index], asked),
    );
  } finally {
    await Promise.all(running.map(candidate => candidate.stop()));
    await server.stop();
  }
}
