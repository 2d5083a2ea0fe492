import { evaluate, parse, type EngineName, type ErrorMode } from '../src';
import { conformanceSet, type ConformanceCase } from './conformanceSet';
import { hasGo } from './goModule';

const isSkipped = !hasGo() && process.env.CI !== 'true';

if (isSkipped) {
  process.stderr.write(
    'The conformance set is not checked: there is no Go on this machine to download it.\n',
  );
}

const engines: EngineName[] = ['specification', 'go', 'java'];

/** What is wrong about our answer, or undefined. */
function complaint(
  { expression, event, result, error }: ConformanceCase,
  engine: EngineName,
  errorMode: ErrorMode,
): string | undefined {
  const parsed = parse(expression);
  if (!parsed.ok || error === 'parse') {
    return parsed.ok === (error === 'parse')
      ? `parses: ${parsed.ok}`
      : undefined;
  }
  const { value, errors } = evaluate(parsed.expression, event, {
    engine,
    errorMode,
    // The set writes names in capitals, as only Go understands them.
    attributeNames: 'lowerCase',
  });
  if (result !== undefined && value !== result) {
    return `is ${JSON.stringify(value)}, not ${JSON.stringify(result)}`;
  }
  const kinds = errors.map(({ kind }) => kind.toLowerCase());
  const expected = error ? [`${error.toLowerCase()}error`] : [];
  return kinds.join() === expected.join()
    ? undefined
    : `has the errors [${kinds}], not [${expected}]`;
}

(isSkipped ? describe.skip : describe)('The conformance set', () => {
  let version: string;
  let cases: ConformanceCase[];

  beforeAll(async () => {
    ({ version, cases } = await conformanceSet());
  });

  it('is the one that Knative is pinned to, and complete', () => {
    expect(version).toMatch(/-3ce6b2f1f011$/);
    expect(cases).toHaveLength(275);
  });

  function complaints(engine: EngineName, errorMode: ErrorMode): string[] {
    return cases.flatMap(conformanceCase => {
      const wrong = complaint(conformanceCase, engine, errorMode);
      return wrong ? [`${conformanceCase.expression} ${wrong}`] : [];
    });
  }

  it.each(engines)('is passed as %s', engine => {
    expect(complaints(engine, 'failFast')).toEqual([]);
  });

  // The set expects that an error ends these; the Java SDK goes on, as we do.
  it.each(engines)(
    'is passed as %s in the mode complete, but for two cases',
    engine => {
      expect(complaints(engine, 'complete')).toEqual([
        'true and (1 != 1 / 0) is true, not false',
        'false or (1 != 1 / 0) is true, not false',
      ]);
    },
  );
});
