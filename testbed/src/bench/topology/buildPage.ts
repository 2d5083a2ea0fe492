import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchFolder, repositoryFolder } from '../folders';

const entryPoint = join(
  repositoryFolder,
  'plugins/knative-event-mesh/dev/topologyBench/page.tsx',
);

/** The app reads its configuration from there, as `package start` puts it. */
const config = {
  app: { title: 'Bench', baseUrl: 'http://localhost' },
  organization: { name: 'Bench' },
  backend: { baseUrl: 'http://localhost' },
};

const html = `<!doctype html>
<html>
  <head><link rel="stylesheet" href="page.css" /></head>
  <body><div id="root"></div><script type="module" src="page.js"></script></body>
</html>
`;

/**
 * Builds the page in which graphs are timed, for production.
 *
 * @returns the folder that it stands in, with an index.html
 */
export async function buildPage(): Promise<string> {
  const outdir = join(benchFolder, 'topology');
  await build({
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    // In one piece: chunks would hide what CommonJS modules export.
    format: 'esm',
    platform: 'browser',
    target: 'chrome120',
    jsx: 'automatic',
    outdir,
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.HAS_REACT_DOM_CLIENT': 'true',
      'process.env.APP_CONFIG': JSON.stringify([
        { context: 'bench', data: config },
      ]),
      global: 'globalThis',
    },
    loader: { '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl' },
    logLevel: 'error',
  });
  await mkdir(outdir, { recursive: true });
  await writeFile(join(outdir, 'index.html'), html);
  return outdir;
}
