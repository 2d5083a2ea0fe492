import { parse } from 'yaml';
import { filtersAsYaml } from './filtersAsYaml';

const written = (filters: unknown) =>
  filtersAsYaml(JSON.stringify(filters)).split('\n');

describe('filtersAsYaml', () => {
  it('writes every dialect as a manifest does', () => {
    expect(
      written([
        { exact: { type: 'com.example.paid', source: '/checkout' } },
        {
          all: [
            { prefix: { type: 'com.' } },
            { not: { any: [{ suffix: { type: '.v1' } }] } },
          ],
        },
        { cesql: "type = 'com.example.paid' AND EXISTS country" },
      ]),
    ).toEqual([
      'filters:',
      '- exact:',
      '    type: com.example.paid',
      '    source: /checkout',
      '- all:',
      '  - prefix:',
      '      type: com.',
      '  - not:',
      '      any:',
      '      - suffix:',
      '          type: .v1',
      '- cesql: |-',
      "    type = 'com.example.paid' AND EXISTS country",
    ]);
  });

  it('escapes nothing in an expression, and keeps its lines', () => {
    expect(
      written([{ cesql: `source = "a: \\"b\\"" OR\n  subject LIKE '%\\_%'` }]),
    ).toEqual([
      'filters:',
      '- cesql: |-',
      `    source = "a: \\"b\\"" OR`,
      `      subject LIKE '%\\_%'`,
    ]);
  });

  it('does not fold a long line', () => {
    const cesql = `type IN (${"'com.example.paid', ".repeat(50)}'x')`;

    expect(written([{ cesql }])).toEqual([
      'filters:',
      '- cesql: |-',
      `    ${cesql}`,
    ]);
  });

  it.each([
    ['values that Kubernetes would read otherwise', { exact: { on: '012' } }],
    ['empty values', { exact: { type: '' }, cesql: '' }],
    ['empty elements', { all: [], any: [{}], not: null }],
    ['blanks around an expression', { cesql: '  EXISTS a \n\n ' }],
    ['what is no filter', [7, true, null]],
    ['keys with a meaning in YAML', { exact: { '*a': '- b', '? x': '&b' } }],
  ])('says what is written for %s', (_, element) => {
    const yaml = filtersAsYaml(JSON.stringify([element]));

    expect(parse(yaml, { version: '1.1' })).toEqual({ filters: [element] });
  });

  it.each([
    ['is cut', '[{"cesql":"type = '],
    ['is nested deep', `${'[{"all":'.repeat(500)}[]${'}]'.repeat(500)}`],
    ['is nested deeper', `${'[{"all":'.repeat(9_000)}[]${'}]'.repeat(9_000)}`],
  ])('gives back text that %s', (_, text) => {
    expect(filtersAsYaml(text)).toBe(text);
  });
});
