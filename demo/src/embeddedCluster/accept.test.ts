import { wantsTransform } from './accept';
import { Refusal } from './answers';

const offered = { as: 'PartialObjectMetadata', g: 'meta.k8s.io', v: 'v1' };
const transform =
  'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

describe('wantsTransform', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['*/*', false],
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    [transform, true],
    [transform.replaceAll(';', '; '), true],
    [`${transform},application/json`, true],
    [`application/json,${transform}`, false],
    [`application/vnd.kubernetes.protobuf,${transform}`, true],
    ['application/json;as=Table;g=meta.k8s.io;v=v1, */*', false],
  ])('answers %s with %s', (accept, expected) => {
    expect(wantsTransform(accept, offered)).toBe(expected);
  });

  it.each([
    'text/html',
    'application/json;as=Table;g=meta.k8s.io;v=v1',
    transform.replace('v=v1', 'v=v1beta1'),
    transform.replace('PartialObjectMetadata', 'PartialObjectMetadataList'),
  ])('refuses %s', accept => {
    expect(() => wantsTransform(accept, offered)).toThrow(Refusal);
  });
});
