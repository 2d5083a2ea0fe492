import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { documentedTriggers } from '../__testUtils__/documentedVerdicts';
import { readMatchingDocument } from '../__testUtils__/matchingDocument';

const contract = parse(
  readFileSync(
    resolve(__dirname, '../../../../backend/openapi/event-mesh-v1.yaml'),
    'utf8',
  ),
);
const codes: string[] =
  contract.components.schemas.MatchReason.properties.code.enum;
const sections = readMatchingDocument();

describe('docs/matching.md', () => {
  it.each(codes)('explains the reason %s with an example', code => {
    const section = sections.find(({ heading }) => heading === code);
    const documented = (section ? documentedTriggers(section) : [])
      .flatMap(({ verdicts }) => verdicts)
      .flatMap(verdict => verdict.codes);
    expect(documented).toContain(code);
  });

  it('explains no reason that there is not', () => {
    const start = sections.findIndex(
      ({ heading }) => heading === 'Every reason',
    );
    const end = sections.findIndex(
      ({ heading }) => heading === 'Facts that surprise',
    );
    const explained = sections
      .slice(start + 1, end)
      .map(({ heading }) => heading);
    expect(explained.sort()).toEqual([...codes].sort());
  });
});
