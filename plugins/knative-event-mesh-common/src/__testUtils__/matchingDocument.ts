import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A part of `docs/matching.md`, from one heading to the next. */
export interface DocumentSection {
  /** Without the marks of a heading and of code. */
  heading: string;
  /** Text of the fenced YAML blocks. */
  yamlBlocks: string[];
  /** What is quoted, a line each. */
  quotes: string[];
  /** The lines of tables that are written with their bars, header included. */
  tableRows: string[][];
}

const path = resolve(__dirname, '../../../../docs/matching.md');

/** Reads `docs/matching.md`, which its tests keep true. */
export function readMatchingDocument(): DocumentSection[] {
  const sections: DocumentSection[] = [];
  let yaml: string[] | undefined;

  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const section = sections[sections.length - 1];
    if (yaml) {
      if (line === '```') {
        section.yamlBlocks.push(yaml.join('\n'));
        yaml = undefined;
      } else {
        yaml.push(line);
      }
    } else if (line === '```yaml') {
      yaml = [];
    } else if (/^#+ /.test(line)) {
      const heading = line.replace(/^#+ /, '').replace(/`/g, '');
      sections.push({ heading, yamlBlocks: [], quotes: [], tableRows: [] });
    } else if (line.startsWith('> ')) {
      section.quotes.push(line.slice(2));
    } else if (line.startsWith('| ')) {
      section.tableRows.push(cellsOf(line));
    }
  }
  return sections;
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim());
}
