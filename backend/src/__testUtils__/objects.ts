let lastUid = 0;

type Fields = Record<string, unknown>;

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
