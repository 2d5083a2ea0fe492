/** One request that is sent to the real API server and to the embedded cluster. */
export interface ComparedRequest {
  path: string;
  /** The administrator if absent. */
  as?: 'narrow' | 'nobody' | 'garbage';
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  accept?: string;
  authorization?: string;
  /** Sends the ETag that the same request was answered with. */
  ifNoneMatch?: true;
  /** The statuses of both and the reason, where they cannot agree. */
  differs?: { real: number; embedded: number; because: string };
}

const eventing = '/apis/eventing.knative.dev/v1';
const payments = `${eventing}/namespaces/payments`;
const fraud = `${eventing}/namespaces/fraud`;
const receipts = `${payments}/triggers/receipts`;
const services = '/api/v1/services';
const orders = '/api/v1/namespaces/payments/services/orders';

const aggregated =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
const aggregatedBeta = aggregated.replace('v=v2', 'v=v2beta1');
const as = (kind: string) => `application/json;as=${kind};g=meta.k8s.io;v=v1`;
const metadataOfOne = as('PartialObjectMetadata');
const metadataOfMany = as('PartialObjectMetadataList');

const doublesRefuse =
  'what a test does not mean to ask for must not pass unseen';
const readsOnly = 'the embedded cluster is read only';

/** Discovery, in each form in which it can be asked for. */
export const discovery: ComparedRequest[] = [
  ...['/api', '/apis'].flatMap(path => [
    { path },
    { path, accept: '' },
    { path, accept: '*/*' },
    { path, accept: 'application/json' },
    { path, accept: 'application/json; charset=utf-8' },
    { path, accept: 'text/html,application/json;q=0.9' },
    { path, accept: aggregated },
    { path, accept: aggregated, ifNoneMatch: true as const },
    { path, accept: `${aggregated},application/json` },
    { path, accept: `${aggregated},${aggregatedBeta},application/json` },
    { path, accept: `${aggregatedBeta},application/json` },
    { path, accept: aggregatedBeta },
    { path, accept: 'application/xml' },
    { path, accept: 'nonsense' },
    { path, accept: as('Nothing') },
    { path, accept: `${as('Nothing')},application/json` },
    { path, as: 'narrow' as const },
    { path, as: 'nobody' as const },
    { path, as: 'garbage' as const },
    {
      path,
      accept: 'application/yaml',
      differs: {
        real: 200,
        embedded: 406,
        because: 'the embedded cluster speaks JSON only',
      },
    },
  ]),
  { path: '/apis/' },
  { path: '/api/v1' },
  { path: '/api/v1/' },
  { path: '/apis/apps' },
  { path: '/apis/apps/v1' },
  { path: '/apis/eventing.knative.dev' },
  { path: eventing },
  { path: '/apis/messaging.knative.dev' },
  { path: '/apis/sources.knative.dev/v1' },
  { path: '/apis/sources.knative.dev/v1beta1' },
  { path: '/apis/eventing.knative.dev/v9' },
  { path: '/apis/nothing.example.com' },
  { path: '/apis/nothing.example.com/v1' },
  { path: '/apis/nothing.example.com/v1', as: 'narrow' },
];

/** Paths that are neither discovery nor objects. */
export const otherPaths: ComparedRequest[] = [
  { path: '/livez' },
  { path: '/readyz' },
  { path: '/readyz?exclude=shutdown' },
  { path: '/readyz', as: 'nobody' },
  { path: '/version', as: 'garbage' },
  { path: '/nothing' },
  { path: '/nothing', as: 'narrow' },
  { path: '/nothing', as: 'nobody' },
  { path: '/nothing', as: 'garbage' },
  { path: '/metrics', as: 'narrow' },
];

/** Lists, whole and as metadata. */
export const lists: ComparedRequest[] = [
  `${eventing}/brokers`,
  `${eventing}/triggers`,
  `${payments}/triggers`,
  `${payments}/triggers/`,
  `${eventing}/namespaces/nowhere/triggers`,
  '/apis/eventing.knative.dev/v1beta2/eventtypes',
  '/apis/serving.knative.dev/v1/services',
  '/apis/eventing.knative.dev/v1alpha1/eventpolicies',
  '/apis/eventing.knative.dev/v1alpha1/eventtransforms',
  '/apis/eventing.knative.dev/v1alpha1/kafkasinks',
  '/apis/eventing.knative.dev/v1alpha1/requestreplies',
  '/apis/flows.knative.dev/v1/parallels',
  '/apis/flows.knative.dev/v1/sequences',
  '/apis/messaging.knative.dev/v1/channels',
  '/apis/messaging.knative.dev/v1/inmemorychannels',
  '/apis/messaging.knative.dev/v1/kafkachannels',
  '/apis/messaging.knative.dev/v1beta1/kafkachannels',
  '/apis/messaging.knative.dev/v1/subscriptions',
  '/apis/sinks.knative.dev/v1alpha1/integrationsinks',
  '/apis/sinks.knative.dev/v1alpha1/jobsinks',
  '/apis/sources.knative.dev/v1/apiserversources',
  '/apis/sources.knative.dev/v1/containersources',
  '/apis/sources.knative.dev/v1/kafkasources',
  '/apis/sources.knative.dev/v1/pingsources',
  '/apis/sources.knative.dev/v1/sinkbindings',
  '/apis/sources.knative.dev/v1alpha1/integrationsources',
  '/apis/sources.knative.dev/v1beta1/kafkasources',
  '/apis/sources.knative.dev/v1beta2/pingsources',
  '/apis/apps/v1/deployments',
  '/api/v1/namespaces',
  '/api/v1/secrets',
  '/api/v1/namespaces/payments/services',
  services,
].flatMap(path => [
  { path },
  { path, accept: metadataOfMany },
  { path, accept: `${metadataOfMany},application/json` },
  { path, accept: `${as('Nothing')},application/json` },
  { path, accept: metadataOfOne },
  { path, accept: 'application/xml' },
]);

/** Single objects. */
export const objects: ComparedRequest[] = [
  receipts,
  orders,
  '/apis/serving.knative.dev/v1/namespaces/fraud/services/fraud-scorer',
  '/api/v1/namespaces/payments',
  `${payments}/triggers/nothing`,
  '/api/v1/namespaces/payments/services/nothing',
  '/api/v1/namespaces/nothing',
].flatMap(path => [
  { path },
  { path, accept: metadataOfOne },
  { path, accept: `${metadataOfOne},application/json` },
]);

/** What is not there at all. */
export const missing: ComparedRequest[] = [
  { path: `${eventing}/nothings` },
  { path: `${payments}/nothings` },
  { path: `${payments}/nothings/x` },
  { path: '/apis/eventing.knative.dev/v9/triggers' },
  { path: '/apis/sources.knative.dev/v1beta1/pingsources' },
  { path: '/apis/nothing.example.com/v1/things' },
  { path: '/apis/nothing.example.com/v1/namespaces/payments/things/x' },
  { path: '/api/v1/nothings' },
  { path: '/api/v1/namespaces/payments/nothings' },
  { path: `${eventing}/triggers/receipts` },
  { path: '/api/v1/services/orders' },
  { path: '/api/v2/services' },
  { path: '/apis/apps/v1/nothings' },
  { path: '/apis/apps/v1/deployments/x' },
  {
    path: `${receipts}/status`,
    differs: {
      real: 200,
      embedded: 404,
      because: 'the embedded cluster has no subresources',
    },
  },
];

const labelSelectors = [
  '',
  'backstage.io/kubernetes-id',
  '!backstage.io/kubernetes-id',
  '! backstage.io/kubernetes-id',
  'backstage.io/kubernetes-id=orders',
  'backstage.io/kubernetes-id==orders',
  'backstage.io/kubernetes-id!=orders',
  'backstage.io/kubernetes-id=',
  'backstage.io/kubernetes-id in (orders,reporting)',
  'backstage.io/kubernetes-id in (orders, nothing)',
  'backstage.io/kubernetes-id in(orders)',
  'backstage.io/kubernetes-id notin (orders)',
  'backstage.io/kubernetes-id,app.kubernetes.io/name!=orders',
  ' app.kubernetes.io/name = orders ',
  'a b',
  '=x',
  'x=y=z',
  'x=a b',
  'x in orders',
  'x in (',
  'x in ()',
  'x in (a,)',
  'a,,b',
  ',',
  '!',
  '-x=y',
  'x=-y',
  '/x=y',
  'a/b/c=y',
  'Ünicode=x',
  `x=${'y'.repeat(64)}`,
];

const fieldSelectors = [
  '',
  'metadata.name=orders',
  'metadata.name==orders',
  'metadata.name!=orders',
  'metadata.name=',
  'metadata.namespace=payments',
  'metadata.name=orders,metadata.namespace=payments',
  'metadata.name',
  'metadata.name=a=b',
  'metadata.labels=x',
  'status.nothing=1',
  'nonsense',
];

/** Queries, of a kind of the API server's own and of one of a CRD. */
export const queries: ComparedRequest[] = [
  services,
  `${eventing}/triggers`,
].flatMap(path => [
  ...labelSelectors.map(selector => ({
    path: `${path}?labelSelector=${encodeURIComponent(selector)}`,
  })),
  ...fieldSelectors.map(selector => ({
    path: `${path}?fieldSelector=${encodeURIComponent(selector)}`,
  })),
  { path: `${path}?resourceVersion=0` },
  { path: `${path}?resourceVersion=abc` },
  { path: `${path}?limit=abc` },
  { path: `${path}?continue=abc` },
  ...['labelSelector=x%3E1', 'limit=1', 'nonsense=1', 'pretty=true'].map(
    query => ({
      path: `${path}?${query}`,
      differs: { real: 200, embedded: 400, because: doublesRefuse },
    }),
  ),
  {
    path: `${path}?watch=true&timeoutSeconds=1`,
    differs: { real: 200, embedded: 400, because: doublesRefuse },
  },
  {
    path,
    accept: as('Table'),
    differs: { real: 200, embedded: 406, because: doublesRefuse },
  },
]);

/** Who asks, and whether that is allowed. */
export const access: ComparedRequest[] = [
  ...[
    `${eventing}/brokers`,
    `${payments}/brokers`,
    `${payments}/brokers/payments`,
    `${eventing}/triggers`,
    `${payments}/triggers`,
    receipts,
    `${receipts}/status`,
    `${payments}/triggers/nothing`,
    `${fraud}/triggers`,
    `${fraud}/triggers/suspicious-payments`,
    `${eventing}/namespaces/nowhere/triggers`,
    `${eventing}/nothings`,
    `${payments}/nothings/x`,
    '/apis/nothing.example.com/v1/things',
    '/apis/nothing.example.com/v1/namespaces/payments/things/x',
    services,
    orders,
    '/api/v1/namespaces',
    '/api/v1/namespaces/payments',
    '/api/v1/namespaces/nothing',
  ].map(path => ({ path, as: 'narrow' as const })),
  { path: `${eventing}/triggers`, as: 'narrow', accept: 'application/xml' },
  { path: `${eventing}/triggers?limit=abc`, as: 'narrow' },
  { path: receipts, as: 'nobody' },
  { path: receipts, as: 'garbage' },
  ...[
    'Bearer',
    'Bearer ',
    'Bearer  narrow-token',
    'bearer narrow-token',
    'Bearer narrow-token and more',
    'Basic YTpi',
    'Token narrow-token',
    'narrow-token',
  ].map(authorization => ({ path: receipts, authorization })),
];

/** Everything but GET. */
export const methods: ComparedRequest[] = [
  ...[`${payments}/triggers`, receipts, '/api/v1/namespaces/payments'].flatMap(
    path =>
      (['POST', 'PUT', 'PATCH', 'DELETE'] as const).map(method => ({
        path,
        method,
        as: 'narrow' as const,
      })),
  ),
  { path: '/apis', method: 'PUT', as: 'narrow' },
  { path: '/apis', method: 'HEAD', as: 'narrow' },
  { path: receipts, method: 'PUT', as: 'garbage' },
  {
    path: receipts,
    method: 'HEAD',
    differs: { real: 200, embedded: 405, because: readsOnly },
  },
  {
    path: receipts,
    method: 'PUT',
    differs: { real: 400, embedded: 405, because: readsOnly },
  },
];
