import { build, type Metafile } from 'esbuild';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What an app loads for a part of the plugin, in bytes after gzip. */
export interface ChunkSize {
  /** What is imported, such as `components/TopologyPage`. */
  part: string;
  /** Code of ours and of what we bring along, styles included. */
  bytes: number;
  /** Packages of others in it. */
  packages: string[];
}

/** What an app on Backstage has anyway. */
const ofTheApp = [
  '@backstage/*',
  '@material-ui/*',
  '@remixicon/react',
  'react',
  'react-dom',
  'react-router-dom',
];

/**
 * Bundles an entry of the frontend plugin as an app does, each lazy import a
 * chunk, and measures them. A part counts all that it needs and that is not
 * loaded with the entry; what two parts share is counted in both.
 *
 * @param entry - path of the entry, the first in the result
 */
export async function chunkSizes(entry: string): Promise<ChunkSize[]> {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    outdir: 'chunks',
    write: false,
    metafile: true,
    external: ofTheApp,
    // As in the package, where styles are code of who imports them.
    loader: { '.css': 'text' },
    logLevel: 'error',
  });
  const bytesOf = new Map(
    outputFiles.map(({ path, contents }) => [path, gzipSync(contents).length]),
  );
  const outputs = Object.entries(metafile.outputs);
  const [first] = outputs.find(
    ([, { entryPoint }]) => entryPoint && resolve(entryPoint) === entry,
  )!;
  const eager = neededBy(first, metafile, new Set());
  const measure = (part: string, files: Set<string>): ChunkSize => ({
    part,
    bytes: [...files].reduce(
      (sum, file) => sum + bytesOf.get(resolve(file))!,
      0,
    ),
    packages: packagesIn([...files], metafile),
  });

  return [
    measure('entry', eager),
    ...outputs
      .filter(([name, { entryPoint }]) => entryPoint && name !== first)
      .map(([name, { entryPoint }]) =>
        measure(entryPoint!, neededBy(name, metafile, eager)),
      ),
  ];
}

/** An output with all that it imports at once. */
function neededBy(
  output: string,
  metafile: Metafile,
  loaded: Set<string>,
): Set<string> {
  const needed = new Set<string>();
  const visit = (name: string) => {
    const found = metafile.outputs[name];
    if (!found || needed.has(name) || loaded.has(name)) {
      return;
    }
    needed.add(name);
    found.imports
      .filter(({ kind }) => kind === 'import-statement')
      .forEach(({ path }) => visit(path));
  };
  visit(output);
  return needed;
}

function packagesIn(outputs: string[], { outputs: all }: Metafile): string[] {
  const names = outputs
    .flatMap(name => Object.keys(all[name].inputs))
    .flatMap(
      input => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? [],
    );
  return [...new Set(names)].sort();
}
