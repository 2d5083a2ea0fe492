import { readFile } from 'node:fs/promises';
import type { KubernetesObject } from '@kubernetes/client-node';
import { parseAllDocuments } from 'yaml';

/** Who reads the mesh, and all that it takes. */
export interface ReaderManifest {
  file: string;
  /** The ServiceAccount, its roles and their bindings, in order of the file. */
  objects: KubernetesObject[];
  account: { namespace: string; name: string };
}

/** Reads the manifest with the ServiceAccount that the mesh is read with. */
export async function readReaderManifest(
  file: string,
): Promise<ReaderManifest> {
  const objects = parseAllDocuments(await readFile(file, 'utf8'))
    .map(document => document.toJS() as KubernetesObject | null)
    .filter(object => object !== null);
  const account = objects.find(({ kind }) => kind === 'ServiceAccount');
  const { namespace, name } = account?.metadata ?? {};
  if (!namespace || !name) {
    throw new Error(`${file} has no ServiceAccount with name and namespace.`);
  }
  return { file, objects, account: { namespace, name } };
}

/** `<kind> <namespace>/<name>`, or without the namespace. */
export function nameObject({ kind, metadata }: KubernetesObject): string {
  const path = [metadata?.namespace, metadata?.name].filter(Boolean);
  return `${kind} ${path.join('/')}`;
}
