import { delimiter, join } from 'node:path';
import { cacheFolder } from '../../folders';
import { CommandError, runCommand } from '../../runCommand';
import { buildEventFilter } from './buildEventFilter';
import { buildKafkaFilter } from './buildKafkaFilter';
import { knativeEngines, type KnativeEngines } from './knativeEngines';
import { startLineProcess } from './lineProcess';
import { kafkaBrokerVersions } from './versions';

/** Engines that run beside us. */
export interface RunningEngines extends KnativeEngines {
  close(): Promise<void>;
}

/**
 * Builds the programs with Knative's filters where they are not built, and
 * starts them.
 *
 * @returns the reason if Go, Java or Maven is missing on this machine
 * @throws if a build fails
 */
export async function startEngines(
  log: (line: string) => void,
): Promise<RunningEngines | { missing: string }> {
  const cache = cacheFolder(process.env);
  try {
    await runCommand('java', ['--version']);
    // First what needs most tools and least time.
    const classes = await buildKafkaFilter(cache, log);
    const program = await buildEventFilter(cache, log);
    const eventFilter = startLineProcess(program, []);
    const kafkaFilter = startLineProcess('java', javaArguments(classes));
    return {
      ...knativeEngines(eventFilter, kafkaFilter),
      async close() {
        await Promise.all([eventFilter.close(), kafkaFilter.close()]);
      },
    };
  } catch (error) {
    if (error instanceof CommandError && error.isMissing) {
      return { missing: error.message };
    }
    throw error;
  }
}

function javaArguments(classes: string): string[] {
  return [
    '-XX:+UseSerialGC',
    '-Xmx512m',
    '-cp',
    [join(classes, 'lib', '*'), join(classes, 'program')].join(delimiter),
    'Main',
    ...kafkaBrokerVersions.map(version => join(classes, version)),
  ];
}
