let lastUid = 0;

type Fields = Record<string, unknown>;

/** Any object; `key` is `<namespace>/<name>`, and the uid is a new one. */
export function anyObject(
  apiVersion: string,
  kind: string,
  key: string,
  fields: Fields = {},
  metadata: Fields = {},
) {
  return knativeObject(apiVersion, kind, key.split('/'), fields, metadata);
}

/** `metadata` of what was generated for an object. */
export function generatedFor(
  owner: {
    apiVersion: string;
    kind: string;
    metadata: { name: string; uid: string };
  },
  controller = true,
) {
  const { apiVersion, kind, metadata } = owner;
  const { name, uid } = metadata;
  return { ownerReferences: [{ apiVersion, kind, name, uid, controller }] };
}

/** A reference to an object, as in `spec.sink.ref`. */
export function referenceTo(object: {
  apiVersion: string;
  kind: string;
  metadata: { namespace: string; name: string };
}) {
  const { apiVersion, kind, metadata } = object;
  const { namespace, name } = metadata;
  return { apiVersion, kind, namespace, name };
}

function knativeObject(
  apiVersion: string,
  kind: string,
  [namespace, name]: string[],
  fields: Fields,
  metadata: Fields = {},
) {
  lastUid += 1;
  const uid = `uid-${lastUid}`;
  return {
    apiVersion,
    kind,
    metadata: { namespace, name, uid, generation: 1, ...metadata },
    ...fields,
  };
}

/** A Broker; `key` is `<namespace>/<name>`. */
export function broker(key: string, brokerClass?: string, status?: Fields) {
  const annotations = brokerClass
    ? { 'eventing.knative.dev/broker.class': brokerClass }
    : {};
  return knativeObject(
    'eventing.knative.dev/v1',
    'Broker',
    key.split('/'),
    status ? { status } : {},
    { annotations },
  );
}

/** An EventType of v1beta2 that a broker of its namespace provides. */
export function eventType(
  key: string,
  type: string,
  brokerName?: string,
  spec: Fields = {},
) {
  const provider = brokerName
    ? {
        reference: {
          apiVersion: 'eventing.knative.dev/v1',
          kind: 'Broker',
          name: brokerName,
        },
      }
    : {};
  return knativeObject(
    'eventing.knative.dev/v1beta2',
    'EventType',
    key.split('/'),
    { spec: { type, ...provider, ...spec } },
  );
}

/** A Trigger of a broker of its namespace; `to` is `<kind>/<name>`. */
export function trigger(
  key: string,
  brokerName: string,
  to: string | Fields | undefined,
  spec: Fields = {},
  status?: Fields,
) {
  const subscriber =
    typeof to === 'string' ? { subscriber: { ref: reference(to) } } : to;
  return knativeObject('eventing.knative.dev/v1', 'Trigger', key.split('/'), {
    spec: { broker: brokerName, ...subscriber, ...spec },
    ...(status ? { status } : {}),
  });
}

/** Only events of one type. */
export function ofType(type: string) {
  return { filter: { attributes: { type } } };
}

/** A core Service; `id` is its `backstage.io/kubernetes-id`. */
export function service(
  key: string,
  id?: { label?: string; annotation?: string },
) {
  return withId('v1', 'Service', key, id);
}

/** A Knative Service. */
export function knativeService(
  key: string,
  id?: { label?: string; annotation?: string },
) {
  return withId('serving.knative.dev/v1', 'Service', key, id);
}

function withId(
  apiVersion: string,
  kind: string,
  key: string,
  id: { label?: string; annotation?: string } = {},
) {
  const texts = (value?: string) =>
    value === undefined ? {} : { 'backstage.io/kubernetes-id': value };
  return knativeObject(
    apiVersion,
    kind,
    key.split('/'),
    {},
    {
      labels: { app: 'x', ...texts(id.label) },
      annotations: texts(id.annotation),
    },
  );
}

function reference(to: string) {
  const [kind, name] = to.split('/');
  return kind === 'KnativeService'
    ? { apiVersion: 'serving.knative.dev/v1', kind: 'Service', name }
    : { apiVersion: 'v1', kind, name };
}
