import { existsSync } from 'node:fs';
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { buildKey } from '../../apiserver/buildInputs';
import { withFileLock } from '../../fileLock';
import { goModuleFolder } from '../../knative/goModule';
import { CommandError, runCommand } from '../../runCommand';
import { kafkaFilterFolder } from '../folders';
import { kafkaBrokerVersions, type KafkaBrokerVersion } from './versions';

/** Where the data plane has what is compiled, within the Go module. */
const filters =
  'data-plane/core/src/main/java/dev/knative/eventing/kafka/broker/core/filter';
const contract =
  'data-plane/contract/src/main/java/dev/knative/eventing/kafka/broker/contract/DataPlaneContract.java';

/**
 * The folder with the compiled Java program: `lib` and `program` for the class
 * path, and a folder for each version of the data plane. Out of the cache, or
 * built now.
 *
 * @throws CommandError without Go, Java or Maven, or if the build fails
 */
export async function buildKafkaFilter(
  cache: string,
  log: (line: string) => void,
): Promise<string> {
  const folder = join(cache, `kafka-filter-${await keyOfBuild()}`);
  const built = join(folder, 'built');
  if (existsSync(built)) {
    return built;
  }
  for (const command of ['go', 'javac', 'mvn']) {
    await runCommand(command, [command === 'go' ? 'version' : '--version']);
  }
  await mkdir(folder, { recursive: true });
  await withFileLock(join(folder, 'lock'), async () => {
    if (existsSync(built)) {
      return;
    }
    log("Building Knative's filters in Java, once per machine: half a minute");
    const next = `${built}.new`;
    await rm(next, { recursive: true, force: true });
    await fetchLibraries(join(next, 'lib'));
    await compile(next, 'program', await ownSources('program'));
    for (const version of kafkaBrokerVersions) {
      const knative = await knativeSources(
        version,
        join(next, 'sources', version),
      );
      await compile(next, version, [
        ...knative,
        ...(await ownSources('knative')),
      ]);
    }
    await rename(next, built);
  });
  return built;
}

/** Differs whenever something else would be built. */
async function keyOfBuild(): Promise<string> {
  const files = [
    join(kafkaFilterFolder, 'pom.xml'),
    ...(await ownSources('program')),
    ...(await ownSources('knative')),
  ];
  const inputs = new Map([['versions', kafkaBrokerVersions.join(' ')]]);
  for (const file of files) {
    inputs.set(basename(file), await readFile(file, 'utf8'));
  }
  return buildKey(inputs);
}

async function ownSources(folder: 'program' | 'knative'): Promise<string[]> {
  const path = join(kafkaFilterFolder, folder);
  return (await readdir(path)).sort().map(file => join(path, file));
}

/** Maven is asked without the network first, as registries can be slow or gone. */
async function fetchLibraries(folder: string): Promise<void> {
  const copy = (...more: string[]) =>
    runCommand('mvn', [
      ...more,
      '--batch-mode',
      '--quiet',
      '--file',
      join(kafkaFilterFolder, 'pom.xml'),
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${folder}`,
    ]);
  await copy('--offline').catch((error: unknown) => {
    if (error instanceof CommandError && !error.isMissing) {
      return copy();
    }
    throw error;
  });
}

/**
 * Copies the sources of a version of the data plane, which want Java 21, and
 * writes the one call that Java 17 does not have in its words.
 */
async function knativeSources(
  version: KafkaBrokerVersion,
  folder: string,
): Promise<string[]> {
  const module = await goModuleFolder(
    `knative.dev/eventing-kafka-broker@${version}`,
  );
  const entries = await readdir(join(module, filters), { recursive: true });
  const found = entries
    .filter(file => file.endsWith('.java'))
    .map(file => join(filters, file));
  return Promise.all(
    [...found, contract].map(async file => {
      const target = join(folder, file);
      await mkdir(dirname(target), { recursive: true });
      const source = await readFile(join(module, file), 'utf8');
      await writeFile(
        target,
        source.replaceAll('filters.getFirst()', 'filters.get(0)'),
      );
      return target;
    }),
  );
}

async function compile(
  folder: string,
  output: string,
  sources: readonly string[],
): Promise<void> {
  await runCommand('javac', [
    '-nowarn',
    '-proc:none',
    '--release',
    '17',
    '-encoding',
    'UTF-8',
    '-cp',
    join(folder, 'lib', '*'),
    '-d',
    join(folder, output),
    ...sources,
  ]);
}
