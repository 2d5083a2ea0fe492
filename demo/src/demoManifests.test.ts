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
    uid: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: {
      apiVersion: string;
      kind: string;
      name: string;
      uid: string;
    }[];
  };
  spec?: {
    broker?: string;
    brokerRef?: Reference;
    schemaData?: string;
  };
  status?: { subscribers?: { uid: string }[] };
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

function find(wanted: Omit<Reference, 'namespace'>, namespace?: string) {
  return objects.find(
    ({ apiVersion, kind, metadata }) =>
      apiVersion === wanted.apiVersion &&
      kind === wanted.kind &&
      metadata.name === wanted.name &&
      metadata.namespace === namespace,
  );
}

/** What a spec refers to, however deep; without the configuration of brokers. */
function referencesIn(value: unknown): Reference[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  if ('apiVersion' in value && 'kind' in value && 'name' in value) {
    return value.kind === 'ConfigMap' ? [] : [value as Reference];
  }
  return Object.values(value).flatMap(referencesIn);
}

const isGenerated = ({ metadata }: MeshObject) =>
  metadata.ownerReferences !== undefined;

describe('the demo mesh', () => {
  it('has the objects that its README describes', () => {
    expect(ofKind('Namespace')).toHaveLength(2);
    expect(ofKind('Broker')).toHaveLength(3);
    expect(ofKind('EventType')).toHaveLength(16);
    expect(ofKind('Trigger')).toHaveLength(21);
    expect(objects.filter(isGenerated)).toHaveLength(21);

    const readme = readFileSync(join(demo, 'README.md'), 'utf8');
    const unmentioned = [
      ...objects
        .filter(object => !isGenerated(object))
        .map(({ metadata }) => metadata.name),
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
      expect(metadata.name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
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

  it('has triggers on brokers, one of them in another namespace', () => {
    const elsewhere: string[] = [];
    for (const { metadata, spec } of ofKind('Trigger')) {
      const { namespace } = spec?.brokerRef ?? metadata;
      const name = spec?.brokerRef?.name ?? String(spec?.broker);
      const apiVersion = 'eventing.knative.dev/v1';
      const broker = find({ apiVersion, kind: 'Broker', name }, namespace);

      expect([metadata.name, broker?.metadata.name]).toEqual([
        metadata.name,
        name,
      ]);
      if (namespace !== metadata.namespace) {
        elsewhere.push(metadata.name);
      }
    }
    expect(elsewhere).toEqual(['payout-watch']);
  });

  it('refers to two objects that do not exist, on purpose', () => {
    const missing = objects
      .filter(({ apiVersion }) => apiVersion.includes('.knative.dev/'))
      .flatMap(({ metadata, spec }) =>
        referencesIn(spec).filter(
          reference =>
            !find(reference, reference.namespace ?? metadata.namespace),
        ),
      )
      .map(({ kind, name }) => `${kind} ${name}`);

    expect(missing.sort()).toEqual([
      'Service refund-desk',
      'Service statement-errors',
    ]);
  });

  it('names owners and subscribers by the uids that they have', () => {
    for (const { metadata } of objects.filter(isGenerated)) {
      for (const owner of metadata.ownerReferences ?? []) {
        expect([
          metadata.name,
          find(owner, metadata.namespace)?.metadata.uid,
        ]).toEqual([metadata.name, owner.uid]);
      }
    }
    const subscriptions = ofKind('Subscription').map(
      ({ metadata }) => metadata.uid,
    );
    const subscribers = objects.flatMap(
      ({ status }) => status?.subscribers ?? [],
    );

    expect(subscribers).not.toEqual([]);
    for (const { uid } of subscribers) {
      expect(subscriptions).toContain(uid);
    }
  });

  it('has schemas that are JSON', () => {
    const schemas = ofKind('EventType').flatMap(
      ({ spec }) => spec?.schemaData ?? [],
    );

    expect(schemas).toHaveLength(5);
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
