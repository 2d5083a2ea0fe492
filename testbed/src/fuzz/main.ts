import { drawCase } from './drawCase';
import { startEngines, type RunningEngines } from './engines/startEngines';
import { parseOptions, type FuzzOptions } from './options';
import { randomOfCase } from './random';
import { describeCase } from './report/describeFailure';
import { describeRun, isBalanced, leastShare } from './report/describeRun';
import { run } from './run';
import { examine } from './verdicts/examine';
import { shrinkFailure, type Failure } from './verdicts/failure';
import { ThrownVerdict } from './verdicts/judge';
import type { FuzzCase } from './fuzzCase';

/** What a command says that has not run, as Automake has it. */
const skipped = 77;

const millisecondsBetweenReports = 30_000;

const say = (text: string) => process.stdout.write(`${text}\n`);
const log = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const engines = await startEngines(log);
  if ('missing' in engines) {
    const isFailure = process.env.CI === 'true';
    log(
      `fuzz: ${
        isFailure ? 'failed' : 'skipped'
      }, it needs Go, Java and Maven: ${engines.missing}`,
    );
    process.exitCode = isFailure ? 1 : skipped;
    return;
  }
  try {
    process.exitCode = (await (options.case === undefined
      ? fuzz(options, engines)
      : showCase(options.seed, options.case, engines)))
      ? 0
      : 1;
  } finally {
    await engines.close();
  }
}

async function fuzz(
  { cases, seed, failures: mostFailures }: FuzzOptions,
  engines: RunningEngines,
): Promise<boolean> {
  say(`fuzz: ${cases} cases from seed ${seed}`);
  const started = Date.now();
  const { statistics, failures } = await run(
    { seed, numbers: numbersTo(cases), mostFailures },
    engines,
    reportSometimes(cases),
  );
  say(`\n${describeRun(statistics)}\n`);
  for (const failure of failures) {
    await reportFailure(failure, seed, engines);
  }
  if (!isBalanced(statistics)) {
    say(
      `fuzz: an outcome occurs in less than ${100 * leastShare} % of the cases`,
    );
  }
  const count = (kind: Failure['kind']) =>
    failures.filter(failure => failure.kind === kind).length;
  const seconds = Math.round((Date.now() - started) / 1_000);
  say(
    `fuzz: ${cases} cases, ${count('wrong')} wrong, ${count(
      'needless maybe',
    )} needless maybe, ${count(
      'thrown',
    )} exceptions, seed ${seed}, ${seconds} s`,
  );
  return failures.length === 0 && isBalanced(statistics);
}

function* numbersTo(cases: number): Generator<number> {
  for (let number = 0; number < cases; number++) {
    yield number;
  }
}

function reportSometimes(cases: number): (done: number) => void {
  let last = Date.now();
  return done => {
    if (Date.now() - last > millisecondsBetweenReports) {
      last = Date.now();
      log(`fuzz: ${done} of ${cases}`);
    }
  };
}

async function reportFailure(
  failure: Failure,
  seed: number,
  engines: RunningEngines,
): Promise<void> {
  const { kind, number } = failure;
  const smallest = await shrinkFailure(failure, engines);
  say(`--- ${kind}: yarn fuzz --seed ${seed} --case ${number}, shrunk`);
  say(describeCase(smallest, await examineIfPossible(smallest, engines)));
}

async function showCase(
  seed: number,
  number: number,
  engines: RunningEngines,
): Promise<boolean> {
  const fuzzCase = drawCase(randomOfCase(seed, number));
  say(describeCase(fuzzCase, await examineIfPossible(fuzzCase, engines)));
  const { failures } = await run(
    { seed, numbers: [number], mostFailures: 1 },
    engines,
  );
  for (const failure of failures) {
    await reportFailure(failure, seed, engines);
  }
  return failures.length === 0;
}

async function examineIfPossible(fuzzCase: FuzzCase, engines: RunningEngines) {
  try {
    return await examine(fuzzCase, engines, { wantsValidation: true });
  } catch (error) {
    if (error instanceof ThrownVerdict) {
      log(String(error.cause));
      return undefined;
    }
    throw error;
  }
}

main().catch((error: unknown) => {
  log(error instanceof Error ? String(error.stack) : String(error));
  process.exitCode = 1;
});
