import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { demoManifests } from './demoManifests';
import { parseManifest } from './embeddedCluster/manifests';

interface Reference {
  apiVersion: string;
  kind: string;
  name: string;
  namespace: string;
}

interface MeshObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec?: {
    broker?: string;
    reference?: Reference;
    schemaData?: string;
    subscriber?: { ref: Reference };
    delivery?: { deadLetterSink: { ref: Reference } };
  };
}

const id = 'backstage.io/kubernetes-id';
const demo = dirname(demoManifests);

const objects = readdirSync(demoManifests, {
  recursive: true,
  encoding: 'utf8',
})
  .filter(file => file.endsWith('.yaml'))
  .flatMap(file =>
    parseManifest(readFileSync(join(demoManifests, file), 'utf8')),
  )
  .map(object => object as MeshObject);

const entities = parseAllDocuments(
  readFileSync(join(demo, 'catalog-info.yaml'), 'utf8'),
).map(document => document.toJS() as MeshObject & { spec: { owner?: string } });

function ofKind(kind: string): MeshObject[] {
  return objects.filter(object => object.kind === kind);
}

function exists(wanted: Reference): boolean {
  return objects.some(
    ({ apiVersion, kind, metadata }) =>
      apiVersion === wanted.apiVersion &&
      kind === wanted.kind &&
      metadata.name === wanted.name &&
      metadata.namespace === wanted.namespace,
  );
}

describe('the demo mesh', () => {
  it('has the objects that its README describes', () => {
    expect(ofKind('Namespace')).toHaveLength(2);
    expect(ofKind('Broker')).toHaveLength(3);
    expect(ofKind('EventType')).toHaveLength(8);
    expect(ofKind('Trigger')).toHaveLength(9);

    const readme = readFileSync(join(demo, 'README.md'), 'utf8');
    const unmentioned = [
      ...objects.map(({ metadata }) => metadata.name),
      ...entities.map(({ metadata }) => metadata.name),
    ].filter(name => !readme.includes(`\`${name}\``));
    expect(unmentioned).toEqual([]);
  });

  it('has names that Kubernetes accepts, each once', () => {
    const identities = objects.map(
      ({ apiVersion, kind, metadata }) =>
        `${apiVersion} ${kind} ${metadata.namespace}/${metadata.name}`,
    );

    expect(new Set(identities).size).toBe(identities.length);
    for (const { metadata } of objects) {
      expect(metadata.name).toMatch(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/);
    }
  });

  it('has all its objects in namespaces that exist', () => {
    const namespaces = ofKind('Namespace').map(({ metadata }) => metadata.name);

    for (const { metadata } of objects.filter(
      ({ kind }) => kind !== 'Namespace',
    )) {
      expect(namespaces).toContain(metadata.namespace);
    }
  });

  it('has triggers on brokers of their own namespace', () => {
    for (const { metadata, spec } of ofKind('Trigger')) {
      const broker = ofKind('Broker').find(
        candidate =>
          candidate.metadata.name === spec?.broker &&
          candidate.metadata.namespace === metadata.namespace,
      );
      expect([metadata.name, broker?.metadata.name]).toEqual([
        metadata.name,
        spec?.broker,
      ]);
    }
  });

  it('refers to one object that does not exist, on purpose', () => {
    const references = objects.flatMap(({ spec }) => [
      spec?.reference,
      spec?.subscriber?.ref,
      spec?.delivery?.deadLetterSink.ref,
    ]);
    const missing = references.filter(
      reference => reference && !exists(reference),
    );

    expect(missing).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        name: 'refund-desk',
        namespace: 'payments',
      },
    ]);
  });

  it('has schemas that are JSON', () => {
    const schemas = ofKind('EventType').flatMap(
      ({ spec }) => spec?.schemaData ?? [],
    );

    expect(schemas).toHaveLength(4);
    for (const schema of schemas) {
      expect(JSON.parse(schema)).toMatchObject({ type: 'object' });
    }
  });

  it('links every subscriber with an id to one component', () => {
    const componentIds = entities.flatMap(
      ({ metadata }) => metadata.annotations?.[id] ?? [],
    );
    const subscriberIds = objects.flatMap(
      ({ metadata }) =>
        metadata.labels?.[id] ?? metadata.annotations?.[id] ?? [],
    );

    expect(new Set(componentIds).size).toBe(componentIds.length);
    expect(componentIds.filter(each => !subscriberIds.includes(each))).toEqual([
      'payment-auditor',
    ]);
    expect(subscriberIds.filter(each => !componentIds.includes(each))).toEqual(
      [],
    );
  });

  it('has owners that exist', () => {
    const groups = entities
      .filter(({ kind }) => kind === 'Group')
      .map(({ metadata }) => metadata.name);

    for (const { spec } of entities.filter(({ kind }) => kind !== 'Group')) {
      expect(groups).toContain(spec.owner);
    }
  });
});
