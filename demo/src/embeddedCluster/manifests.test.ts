import { parseManifest } from './manifests';

const broker = (name: string, rest = '') => `
apiVersion: eventing.knative.dev/v1
kind: Broker
metadata:
  name: ${name}
  namespace: shop
${rest}`;

describe('parseManifest', () => {
  it('reads each document and skips empty ones', () => {
    const text = `${broker('first')}\n---\n# nothing\n---${broker('second')}`;

    expect(parseManifest(text).map(({ metadata }) => metadata.name)).toEqual([
      'first',
      'second',
    ]);
  });

  it('leaves what the manifest says as it is', () => {
    const [object] = parseManifest(
      broker('a', '  uid: mine\n  generation: 7\nstatus:\n  anything: goes\n'),
    );

    expect(object.metadata).toMatchObject({ uid: 'mine', generation: 7 });
    expect(object.status).toEqual({ anything: 'goes' });
  });

  it('gives the same object the same uid, and changed content another version', () => {
    const [before] = parseManifest(broker('a'));
    const [after] = parseManifest(broker('a', 'spec:\n  delivery: {}\n'));
    const [other] = parseManifest(broker('b'));

    expect(after.metadata.uid).toBe(before.metadata.uid);
    expect(other.metadata.uid).not.toBe(before.metadata.uid);
    expect(after.metadata.resourceVersion).not.toBe(
      before.metadata.resourceVersion,
    );
  });

  it.each([
    ['bad YAML', 'kind: [', /^Flow sequence .* at line \d+/],
    [
      'an unknown kind',
      'apiVersion: v1\nkind: Node',
      /^Node of v1 is not a kind/,
    ],
    ['another version', broker('a').replace('/v1', '/v9'), /v9 is not a kind/],
    ['text', 'hello', /is not a kind/],
    ['no name', 'apiVersion: v1\nkind: Pod', /^a Pod has no name$/],
    [
      'no namespace',
      broker('a').replace('namespace: shop', ''),
      /^Broker a must have a namespace$/,
    ],
    [
      'a namespace too many',
      'apiVersion: v1\nkind: Namespace\nmetadata: { name: a, namespace: b }',
      /^Namespace a must have no namespace$/,
    ],
  ])('names the problem of %s in one line', (_, text, message) => {
    expect(() => parseManifest(text)).toThrow(message);
  });
});
