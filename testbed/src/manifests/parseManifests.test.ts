import { parseManifests } from './parseManifests';

describe('parseManifests', () => {
  it('reads all documents and passes over empty ones', () => {
    const text = `
# only a comment
---
apiVersion: v1
kind: Namespace
metadata: { name: payments }
---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: payments }
`;

    expect(parseManifests(text).map(({ kind }) => kind)).toEqual([
      'Namespace',
      'Service',
    ]);
  });

  it('refuses what is no object of Kubernetes', () => {
    expect(() => parseManifests('kind: Service')).toThrow('has no apiVersion');
  });

  it('refuses what is no YAML', () => {
    expect(() => parseManifests('a: [')).toThrow();
  });
});
