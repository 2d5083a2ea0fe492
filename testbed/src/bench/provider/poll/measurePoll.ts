import { writeFile } from 'node:fs/promises';
import { processUsage } from '../../processUsage';
import type { CatalogApi } from '../backend/catalogApi';
import type { MeasuredBackend } from '../backend/startBackend';
import type { MeshServer } from '../meshServer';
import { readLogLine, type LoggedPoll } from './readLog';

/** What was seen of one poll. */
export interface PollSample {
  /** `performance.now()` when the service was asked. */
  startedAt: number;
  /** From the question to the service until the provider logs its end. */
  wallMilliseconds: number;
  /** Of all threads of the backend meanwhile. */
  cpuMilliseconds: number;
  /** For how long nothing else could run in the backend, at most. */
  longestBlockMilliseconds: number;
  /** The most memory that the backend has held meanwhile. */
  peakMegabytes: number;
  /** Requests to the API of the catalog. */
  catalogQueries: number;
  logged: LoggedPoll;
}

/** The longest that a poll may take; the first of 10,000 entities is slow. */
const deadlineMilliseconds = 1_200_000;

/** Has a backend poll once, and measures it. */
export async function measurePoll(
  backend: MeasuredBackend,
  catalog: CatalogApi,
  mesh: MeshServer,
): Promise<PollSample> {
  let startedAt = 0;
  let cpuBefore = 0;
  let catalogQueries = 0;
  mesh.beforeAnswer = async () => {
    mesh.beforeAnswer = async () => {};
    catalogQueries = 0;
    await backend.longestBlock();
    await forgetPeakMemory(backend.pid);
    cpuBefore = (await processUsage(backend.pid)).cpuMilliseconds;
    startedAt = performance.now();
  };
  const [logged] = await Promise.all([
    untilLogged(backend, () => {
      catalogQueries += 1;
    }),
    catalog.startPoll(),
  ]);
  const wallMilliseconds = performance.now() - startedAt;
  const { cpuMilliseconds, peakMegabytes } = await processUsage(backend.pid);
  return {
    startedAt,
    wallMilliseconds,
    cpuMilliseconds: cpuMilliseconds - cpuBefore,
    longestBlockMilliseconds: await backend.longestBlock(),
    peakMegabytes,
    catalogQueries,
    logged,
  };
}

async function untilLogged(
  backend: MeasuredBackend,
  onCatalogQuery: () => void,
): Promise<LoggedPoll> {
  let ignore = () => {};
  let impatience: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const fail = (message: string) => reject(new Error(message));
      impatience = setTimeout(
        () => fail('The poll does not end'),
        deadlineMilliseconds,
      );
      backend.exited.then(() => fail('The backend has ended'));
      ignore = backend.onLine(line => {
        const event = readLogLine(line);
        if (event?.kind === 'catalogQuery') {
          onCatalogQuery();
        } else if (event?.kind === 'polled') {
          resolve(event.logged);
        } else if (event?.kind === 'failed') {
          fail(event.message);
        }
      });
    });
  } finally {
    clearTimeout(impatience);
    ignore();
  }
}

/** Has the kernel count the peak of a process anew; see proc(5), clear_refs. */
async function forgetPeakMemory(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
}
