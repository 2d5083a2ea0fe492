import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { severityOf } from './codes';

/** Of the catalog module, which adds them to the entities. */
const ofModule = {
  schemaShownRaw: 'info',
  metadataLeftOut: 'info',
  ownerNotValid: 'info',
  nameTaken: 'warning',
  ownerNotFound: 'info',
  systemNotFound: 'info',
};

it('docs/findings.md explains each finding, with its severity', async () => {
  const root = join(__dirname, '..', '..', '..', '..');
  const text = await readFile(join(root, 'docs', 'findings.md'), 'utf8');
  const explained = [...text.matchAll(/^### (\w+)\n\n`(\w+)`,/gm)].map(
    ([, code, severity]) => [code, severity],
  );
  expect(explained.sort()).toEqual(
    Object.entries({ ...severityOf, ...ofModule }).sort(),
  );
});
