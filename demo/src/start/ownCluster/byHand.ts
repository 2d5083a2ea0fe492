import type { OwnClusterOptions } from '../commandLine';
import { hoursOfToken } from './reader';
import type { ReaderManifest } from './readerManifest';

/** The commands that do what the portal would have done. */
export function commandsByHand(
  { kubeconfig, context }: Pick<OwnClusterOptions, 'kubeconfig' | 'context'>,
  { file, account }: ReaderManifest,
): string {
  const where = ['--kubeconfig', kubeconfig];
  if (context !== undefined) {
    where.push('--context', context);
  }
  const apply = command('kubectl', ...where, 'apply', '-f', file);
  const mint = command(
    'kubectl',
    ...where,
    ...['create', 'token', account.name, '--namespace', account.namespace],
    `--duration=${hoursOfToken}h`,
  );
  const start = command('npm', 'start', '--', ...where);
  return [apply, `KNATIVE_EVENT_MESH_TOKEN="$(${mint})" \\`, `  ${start}`].join(
    '\n',
  );
}

function command(...words: string[]): string {
  return words.map(quote).join(' ');
}

/** For a POSIX shell. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", "'\\''")}'`;
}
