import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ensureUpstreamService } from '../upstream/ensureUpstreamService';
import { buildFloor } from './candidates/floor';
import { buildService } from './candidates/service';
import { benchFolder, repositoryFolder } from './folders';
import { describeMachine } from './machine';
import { measureDataSet } from './measureDataSet';
import { parseOptions, type BenchOptions } from './options';
import { measureProviders } from './provider/measureProviders';
import { comparisons } from './provider/report/comparisons';
import { providerTable } from './provider/report/providerTable';
import { providerVerdicts } from './provider/report/providerVerdicts';
import { describeRun } from './report/describeRun';
import { table } from './report/table';
import { verdicts, type Verdict } from './report/targets';
import type { BenchRun, Result } from './result';
import { measureTopology } from './topology/measureTopology';
import { topologyTable, topologyVerdicts } from './topology/topologyReport';

const say = (text: string) => process.stdout.write(`${text}\n`);
const log = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const machine = describeMachine();
  await mkdir(benchFolder, { recursive: true });
  say(describeRun(machine));

  const results = options.parts.includes('service')
    ? await measureService(options)
    : [];
  const provider = options.parts.includes('provider')
    ? await measureProviders({ ...options, log })
    : [];
  if (provider.length > 0) {
    say(`\n${providerTable(provider)}\n`);
    comparisons(provider).forEach(say);
    providerVerdicts(provider).forEach(sayVerdict);
  }
  const topology = options.parts.includes('topology')
    ? await measureTopology({ ...options, log })
    : [];
  if (topology.length > 0) {
    say(`\n${topologyTable(topology)}\n`);
    topologyVerdicts(topology).forEach(sayVerdict);
  }
  const finishedAt = new Date().toISOString();
  await writeRun({ finishedAt, machine, results, provider, topology });
}

async function measureService({
  sets,
  rounds,
}: BenchOptions): Promise<Result[]> {
  await Promise.all([buildService(), buildFloor()]);
  const upstream = await findUpstream();
  const results: Result[] = [];
  for (const set of sets) {
    results.push(...(await measureDataSet(set, { rounds, upstream, log })));
  }
  say(`\n${table(results)}\n`);
  verdicts(results).forEach(sayVerdict);
  return results;
}

function sayVerdict({ target, measured, isMet }: Verdict): void {
  say(`${isMet ? 'met   ' : 'missed'} ${target} (${measured})`);
}

async function findUpstream(): Promise<string | undefined> {
  const found = await ensureUpstreamService();
  if ('missing' in found) {
    log(`Upstream's service is not measured: ${found.missing}`);
    return undefined;
  }
  return found.program;
}

async function writeRun(run: BenchRun): Promise<void> {
  const file = join(benchFolder, `${run.finishedAt.replaceAll(':', '-')}.json`);
  await writeFile(file, `${JSON.stringify(run, null, 2)}\n`);
  log(`Everything measured: ${relative(repositoryFolder, file)}`);
}

main().catch((error: unknown) => {
  log(error instanceof Error ? String(error.stack) : String(error));
  process.exitCode = 1;
});
