import { apiserverModule } from '../folders';
import { buildKey, kubernetesVersion, readBuildInputs } from './buildInputs';

const inputs = new Map([
  ['go.mod', 'require (\n\tk8s.io/kubernetes v1.37.2\n)\n'],
  ['main.go', 'package main\n'],
]);

describe('readBuildInputs', () => {
  it('reads sources, versions and flags, but no tests', async () => {
    const files = [...(await readBuildInputs(apiserverModule)).keys()];

    expect(files).toEqual(
      expect.arrayContaining(['flags.txt', 'go.mod', 'go.sum', 'main.go']),
    );
    expect(files.filter(file => file.endsWith('_test.go'))).toEqual([]);
  });
});

describe('buildKey', () => {
  it('is the same for the same inputs', () => {
    expect(buildKey(new Map(inputs))).toBe(buildKey(inputs));
  });

  it.each([
    ['content', new Map(inputs).set('main.go', 'package other\n'), 'linux'],
    ['file', new Map(inputs).set('more.go', ''), 'linux'],
    ['platform', inputs, 'darwin'],
  ])('differs with every %s', (_, others, platform) => {
    expect(buildKey(others, platform)).not.toBe(buildKey(inputs, 'linux'));
  });
});

describe('kubernetesVersion', () => {
  it('is the required one', () => {
    expect(kubernetesVersion(inputs)).toBe('v1.37.2');
  });

  it('must be there', () => {
    expect(() => kubernetesVersion(new Map())).toThrow('requires no version');
  });
});
