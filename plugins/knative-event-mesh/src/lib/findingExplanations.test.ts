import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingExplanations } from './findingExplanations';

describe('findingExplanations', () => {
  it('explains every code that the documentation has', () => {
    const documentation = readFileSync(
      join(__dirname, '../../../../docs/findings.md'),
      'utf8',
    );
    const documented = [...documentation.matchAll(/^### (\w+)$/gm)].map(
      ([, code]) => code,
    );

    expect(documented.length).toBeGreaterThan(20);
    expect(Object.keys(findingExplanations)).toEqual(
      expect.arrayContaining(documented),
    );
  });
});
