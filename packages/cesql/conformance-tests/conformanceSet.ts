import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Value } from '../src';
import { downloadGoModule } from './goModule';

/** The release of Knative whose engine we follow. */
const knative = 'knative.dev/eventing@v0.50.0';

const sdk = 'github.com/cloudevents/sdk-go/sql/v2';

/** A case of the conformance set. */
export interface ConformanceCase {
  file: string;
  name: string;
  expression: string;
  event: Record<string, Value>;
  result?: Value;
  /** As the set names it. */
  error?: string;
}

interface CaseInYaml {
  name: string;
  expression: string;
  event?: Record<string, Value>;
  eventOverrides?: Record<string, Value>;
  result?: Value;
  error?: string;
}

/** The conformance set at the version that Knative is pinned to. */
export async function conformanceSet(): Promise<{
  version: string;
  cases: ConformanceCase[];
}> {
  const { goMod } = await downloadGoModule(knative);
  const requirement = new RegExp(`^\\s*${sdk} (\\S+)`, 'm');
  const version = requirement.exec(await readFile(goMod, 'utf8'))![1];
  const { folder } = await downloadGoModule(`${sdk}@${version}`);
  const tests = join(folder, 'test/tck');
  const files = (await readdir(tests)).filter(name => name.endsWith('.yaml'));
  const cases = await Promise.all(
    files
      .sort()
      .map(async file =>
        casesOf(file, await readFile(join(tests, file), 'utf8')),
      ),
  );
  return { version, cases: cases.flat() };
}

/** `expression: TRUE` is a boolean in YAML, but an expression is a text. */
function casesOf(file: string, yaml: string): ConformanceCase[] {
  const asTexts = parseYaml(yaml, { schema: 'failsafe' }) as {
    tests: CaseInYaml[];
  };
  const asValues = parseYaml(yaml, { schema: 'core' }) as {
    tests: CaseInYaml[];
  };
  return asValues.tests.map(({ event, eventOverrides, ...test }, index) => ({
    ...test,
    file,
    name: asTexts.tests[index].name,
    expression: asTexts.tests[index].expression,
    event: {
      specversion: '1.0',
      ...(event ?? { id: 'an-id', source: '/a/source', type: 'a.type' }),
      ...eventOverrides,
    },
  }));
}
