import type { ListRequest } from '../kubernetes/listRequest';
import { createListMemory } from './listMemory';

function listOf(plural: string): ListRequest {
  const resource = {
    group: '',
    version: 'v1',
    kind: plural,
    plural,
    namespaced: true,
    listable: true,
    categories: [],
  };
  return { resource, content: 'metadata' };
}

describe('createListMemory', () => {
  const lists = [listOf('services')];

  it('remembers the last lists of a scope', () => {
    const memory = createListMemory();
    memory.remember(undefined, [listOf('pods')]);
    memory.remember(undefined, lists);
    expect(memory.recall(undefined)).toEqual(lists);
  });

  it('holds scopes apart', () => {
    const memory = createListMemory();
    memory.remember(['a', 'b'], lists);
    expect(memory.recall(['a', 'b'])).toEqual(lists);
    expect(memory.recall(['a'])).toEqual([]);
    expect(memory.recall(undefined)).toEqual([]);
  });

  it('forgets the scope that was asked for longest ago', () => {
    const memory = createListMemory();
    for (let index = 0; index < 100; index++) {
      memory.remember([`n${index}`], lists);
    }
    memory.remember(['n0'], lists);
    memory.remember(['one-more'], lists);
    expect(memory.recall(['n0'])).toEqual(lists);
    expect(memory.recall(['n1'])).toEqual([]);
    expect(memory.recall(['n2'])).toEqual(lists);
  });

  it('remembers no more than a hundred lists of a scope', () => {
    const memory = createListMemory();
    const many = Array.from({ length: 140 }, (_, index) => listOf(`k${index}`));
    memory.remember(undefined, many);
    expect(memory.recall(undefined)).toEqual(many.slice(0, 100));
  });
});
