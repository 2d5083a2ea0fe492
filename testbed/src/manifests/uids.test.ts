import { stepsToCreate, withUids } from './uids';

const object = (kind: string, name: string, uid?: string, fields = {}) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, ...(uid ? { uid } : {}) },
  ...fields,
});
const ownedBy = (uid: string) => ({
  metadata: { name: 'child', ownerReferences: [{ kind: 'Owner', uid }] },
});

describe('stepsToCreate', () => {
  it('has namespaces first, and owners before what they own', () => {
    const child = { ...object('Child', 'child'), ...ownedBy('1') };
    const owner = object('Owner', 'owner', '1');
    const namespace = object('Namespace', 'payments', '2');
    const reader = object('Reader', 'reader', undefined, {
      status: { seen: [{ uid: '1' }] },
    });

    expect(stepsToCreate([child, reader, owner, namespace])).toEqual([
      [namespace],
      [owner],
      [child, reader],
    ]);
  });

  it('waits for no uid that none of the objects states', () => {
    const child = { ...object('Child', 'child'), ...ownedBy('elsewhere') };

    expect(stepsToCreate([child])).toEqual([[], [child]]);
  });

  it('names objects that mention each other', () => {
    const one = object('One', 'one', '1', { status: { other: '2' } });
    const two = object('Two', 'two', '2', { status: { other: '1' } });

    expect(() => stepsToCreate([one, two])).toThrow(
      'These mention each other by uid: one, two',
    );
  });
});

describe('withUids', () => {
  it('replaces whole values only, wherever they stand', () => {
    const child = {
      ...object('Child', 'child'),
      ...ownedBy('1'),
      status: { subscribers: [{ uid: '1', ready: true }], uri: '/1' },
    };

    expect(withUids(child, new Map([['1', 'given']]))).toEqual({
      ...child,
      ...ownedBy('given'),
      status: { subscribers: [{ uid: 'given', ready: true }], uri: '/1' },
    });
  });
});
