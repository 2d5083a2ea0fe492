import { join, relative } from 'node:path';
import { markdownTable } from '../bench/report/markdownTable';
import { frontendPlugin } from '../folders';
import { chunkSizes } from './chunkSizes';

/** Prints what an app loads for each part of the frontend plugin. */
async function main() {
  for (const entry of ['index.ts', 'legacy/index.ts']) {
    const sizes = await chunkSizes(join(frontendPlugin, 'src', entry));
    const rows = sizes.map(({ part, bytes, packages }) => [
      part === 'entry' ? `\`src/${entry}\`, eager` : `\`${nameOf(part)}\``,
      (bytes / 1000).toFixed(1),
      packages.join(', '),
    ]);
    process.stdout.write(
      `${markdownTable(
        [
          { title: 'part', isText: true },
          { title: 'kB after gzip' },
          { title: 'packages in it', isText: true },
        ],
        rows,
      )}\n\n`,
    );
  }
}

function nameOf(part: string): string {
  return relative(
    join(frontendPlugin, 'src'),
    join(process.cwd(), part),
  ).replace(/\/index\.tsx?$/, '');
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
