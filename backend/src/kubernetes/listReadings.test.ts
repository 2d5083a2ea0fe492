import { createListReadings } from './listReadings';
import type { ListRequest } from './listRequest';

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

const services = listOf('services');
const first = Buffer.from('{"items":["a"]}');
const other = Buffer.from('{"items":["b"]}');
const count = (items: readonly unknown[]) => ({ count: items.length });
const texts = (items: readonly unknown[]) => items.map(String);

describe('createListReadings', () => {
  let readings = createListReadings();
  let parsed: number;
  beforeEach(() => {
    readings = createListReadings(40);
    parsed = 0;
  });
  const parse = async () => {
    parsed += 1;
    return ['a'];
  };

  it('parses an answer once, and gives the same for the same', async () => {
    const one = await readings.read(services, first, parse, count);
    const two = await readings.read(services, first, parse, count);
    expect(one.result).toEqual({ count: 1 });
    expect(two.result).toBe(one.result);
    expect(two.digest).toBe(one.digest);
    expect(parsed).toBe(1);
  });

  it.each<[string, ListRequest, Buffer]>([
    ['another answer', services, other],
    ['another kind', listOf('pods'), first],
    ['another namespace', { ...services, namespace: 'a' }, first],
    ['another selector', { ...services, label: 'a' }, first],
    ['whole objects', { ...services, content: 'objects' }, first],
  ])('parses %s', async (_what, list, answer) => {
    await readings.read(services, first, parse, count);
    await readings.read(list, answer, parse, count);
    expect(parsed).toBe(2);
  });

  it('does not give what another function has made', async () => {
    await readings.read(services, first, parse, count);
    const { result } = await readings.read(services, first, parse, texts);
    expect(result).toEqual(['a']);
  });

  it('remembers the last answer only', async () => {
    await readings.read(services, first, parse, count);
    await readings.read(services, other, parse, count);
    await readings.read(services, first, parse, count);
    expect(parsed).toBe(3);
  });

  it('remembers nothing of an answer that cannot be parsed', async () => {
    const fail = async () => {
      throw new Error('no JSON');
    };
    await expect(readings.read(services, first, fail, count)).rejects.toThrow(
      'no JSON',
    );
    await readings.read(services, first, parse, count);
    expect(parsed).toBe(1);
  });

  it('forgets what was asked for longest ago, when it gets too large', async () => {
    for (const plural of ['a', 'b', 'a', 'c']) {
      await readings.read(listOf(plural), first, parse, count);
    }
    expect(parsed).toBe(3);
    await readings.read(listOf('a'), first, parse, count);
    expect(parsed).toBe(3);
    await readings.read(listOf('b'), first, parse, count);
    expect(parsed).toBe(4);
  });

  it('does not remember an answer that is too large', async () => {
    const large = Buffer.from(`{"items":[${'1,'.repeat(50)}1]}`);
    await readings.read(services, large, parse, count);
    await readings.read(services, large, parse, count);
    expect(parsed).toBe(2);
  });
});
