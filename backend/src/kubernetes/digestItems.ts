import { createHash } from 'node:crypto';

/** As the API server writes lists of its own kinds, and of metadata only. */
const versionAtStart =
  /^(\{"kind":"\w*","apiVersion":"[^"]*","metadata":\{"resourceVersion":")(\d*)"/;

/** As it writes lists of custom resources. */
const versionAtEnd =
  /,"kind":"\w*","metadata":\{"continue":"","resourceVersion":"(\d*)("\}\}\s*)$/;

/** More than either of these is long. */
const LONGEST = 500;

/**
 * A cryptographic hash of the answer to a list, without the resourceVersion of
 * the list: that grows with every change of anything in the cluster. Where it is
 * not found, it is hashed with the rest.
 */
export function digestItems(bytes: Buffer): string {
  const [start, end] = placeOfVersion(bytes);
  return createHash('sha256')
    .update(bytes.subarray(0, start))
    .update('\0') // In no JSON: what is left out is in one place only.
    .update(bytes.subarray(end))
    .digest('base64');
}

/** From which byte to which byte the version of the list is. */
function placeOfVersion(bytes: Buffer): [start: number, end: number] {
  const first = bytes.toString('latin1', 0, LONGEST);
  const atStart = versionAtStart.exec(first);
  if (atStart) {
    const [, before, version] = atStart;
    return [before.length, before.length + version.length];
  }
  const last = bytes.subarray(-LONGEST).toString('latin1');
  const atEnd = versionAtEnd.exec(last);
  const [, version, after] = atEnd ?? ['', '', ''];
  const end = bytes.length - after.length;
  return [end - version.length, end];
}
