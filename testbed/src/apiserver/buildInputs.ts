import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that the built program depends on, with what is in them. */
export type BuildInputs = ReadonlyMap<string, string>;

/** Reads what a Go module is built from: its sources, versions and texts. */
export async function readBuildInputs(module: string): Promise<BuildInputs> {
  const entries = await readdir(module, { recursive: true });
  const files = entries.filter(isBuildInput).sort();
  const contents = await Promise.all(
    files.map(file => readFile(join(module, file), 'utf8')),
  );
  return new Map(files.map((file, index) => [file, contents[index]]));
}

function isBuildInput(file: string): boolean {
  return (
    /(?:\.go|\.txt|^go\.mod|^go\.sum)$/.test(file) && !/_test\.go$/.test(file)
  );
}

/** Differs whenever another program would be built, or for another machine. */
export function buildKey(
  inputs: BuildInputs,
  platform = `${process.platform}-${process.arch}`,
): string {
  const hash = createHash('sha256').update(platform);
  for (const [file, content] of inputs) {
    hash.update(JSON.stringify([file, content]));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The version of Kubernetes that go.mod asks for. */
export function kubernetesVersion(inputs: BuildInputs): string {
  const version = /k8s\.io\/kubernetes (v[\d.]+)/.exec(
    inputs.get('go.mod') ?? '',
  )?.[1];
  if (!version) {
    throw new Error('go.mod requires no version of k8s.io/kubernetes');
  }
  return version;
}
