import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nestedSettings, settings } from './knownSettings';

const read = (path: string) =>
  readFileSync(join(__dirname, '../..', path), 'utf8');

/** `a` and `a.b` of a block of properties with this indentation. */
function declared(): string[] {
  const lines = read('config.d.ts').split('\n');
  const names: string[] = [];
  let parent = '';
  for (const line of lines) {
    const [, indentation, name, type] = /^( +)(\w+)\??: (.*)$/.exec(line) ?? [];
    if (indentation?.length === 10) {
      names.push(name);
      parent = type === '{' ? name : '';
    } else if (indentation?.length === 12 && parent) {
      names.push(`${parent}.${name}`);
    }
  }
  return names.sort();
}

/** The first column of the table; what stands in the text of `emit` counts too. */
function documented(): string[] {
  const [, table] = /## Configuration\n([^]*?)\n\n(?=A proxy)/.exec(
    read('README.md'),
  )!;
  const names = [...table.matchAll(/^\| `([\w.]+)` +\|.*$/gm)].flatMap(
    ([row, name]) => {
      const known = nestedSettings[name];
      return known
        ? [
            name,
            ...known
              .filter(key => row.includes(`\`${key}\``))
              .map(key => `${name}.${key}`),
          ]
        : [name];
    },
  );
  // A table row for each of them, and none for the two together.
  const parents = names.flatMap(name => name.match(/^(\w+)\./)?.[1] ?? []);
  return [...new Set([...names, ...parents])].sort();
}

describe('the settings', () => {
  const known = [
    ...settings,
    ...Object.entries(nestedSettings).flatMap(([name, keys]) =>
      keys.map(key => `${name}.${key}`),
    ),
  ].sort();

  it('are declared, for `backstage-cli config:check` and editors', () => {
    expect(declared()).toEqual(known);
  });

  it('stand in the table of the README, each', () => {
    expect(documented()).toEqual(known);
  });
});
