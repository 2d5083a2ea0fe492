import { parseOwners } from './owners';

const source = {
  apiVersion: 'sources.knative.dev/v1',
  kind: 'PingSource',
  name: 'ping',
  uid: 'u',
};
const owner = {
  group: 'sources.knative.dev',
  kind: 'PingSource',
  name: 'ping',
  uid: 'u',
};

describe('parseOwners (knative.md 4.5, 5)', () => {
  it.each([
    ['somebody has written it', undefined, []],
    [
      'a controller has generated it',
      [{ ...source, controller: true, blockOwnerDeletion: true }],
      [{ ...owner, controller: true }],
    ],
    ['it was seen at its owner', [source], [{ ...owner, controller: false }]],
    [
      'an owner of the core group',
      [{ ...source, apiVersion: 'v1', kind: 'Namespace' }],
      [{ ...owner, group: '', kind: 'Namespace', controller: false }],
    ],
    [
      'a controller that is no truth value',
      [{ ...source, controller: 'true' }],
      [{ ...owner, controller: false }],
    ],
    [
      'malformed ones beside a good one',
      [null, 'x', { ...source, uid: 7 }, { ...source, name: '' }, source],
      [{ ...owner, controller: false }],
    ],
    ['no list', 'x', []],
  ])('%s', (_, ownerReferences, expected) => {
    expect(parseOwners({ metadata: { ownerReferences } })).toEqual(expected);
  });

  it('is none without metadata', () => {
    expect(parseOwners({})).toEqual([]);
  });
});
