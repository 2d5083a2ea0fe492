import { listPath } from '../kubernetes/listRequest';
import { listsThatWouldDo } from './subscriberLists';

const resource = {
  group: '',
  version: 'v1',
  kind: 'Service',
  plural: 'services',
  namespaced: true,
  listable: true,
  categories: [],
};
const many = ['a', 'b', 'c', 'd', 'e', 'f'];
const everything = '/api/v1/services';
const selector = '?labelSelector=backstage.io%2Fkubernetes-id';
const inNamespace = (name: string) => `/api/v1/namespaces/${name}/services`;

/** Lists for objects in these namespaces. */
function listsFor(
  all: string[],
  unlabelled: string[],
  scope?: string[],
  missing: string[] = [],
) {
  return listsThatWouldDo(
    { resource, scope },
    { all, unlabelled, missing },
  ).map(listPath);
}

describe('listsThatWouldDo', () => {
  it('is nothing for no references', () => {
    expect(listsFor([], [])).toEqual([]);
  });

  it('is what is labelled, where all are', () => {
    expect(listsFor(many, [])).toEqual([everything + selector]);
  });

  it('is the few namespaces of the others besides', () => {
    expect(listsFor(many, ['b', 'e'])).toEqual([
      everything + selector,
      inNamespace('b'),
      inNamespace('e'),
    ]);
  });

  it('is everything once, where the others are in many namespaces', () => {
    expect(listsFor(many, many)).toEqual([everything]);
  });

  it('is one list of each namespace in scope', () => {
    expect(listsFor(['a', 'b'], ['b'], ['a', 'b'])).toEqual([
      inNamespace('a') + selector,
      inNamespace('b'),
    ]);
  });

  it('is no list that is needed again because something is missing in it', () => {
    expect(listsFor(['a', 'b'], ['a', 'b'], undefined, ['b'])).toEqual([
      everything + selector,
      inNamespace('a'),
    ]);
    expect(listsFor(many, many, undefined, many)).toEqual([
      everything + selector,
    ]);
  });

  it('is everything all the same, where little is missing', () => {
    const namespaces = [...many, 'g'];
    expect(listsFor(namespaces, many, undefined, ['g'])).toEqual([everything]);
  });
});
