/** Texts of the page Overview. */
export const overviewMessages = {
  introduction:
    'Each environment: when it was read, what is in it, and what is wrong there.',
  environments: 'environments',
  empty: {
    title: 'The catalog has no event mesh yet.',
    description:
      'Add the module backstage-plugin-catalog-backend-module-knative-event-mesh to the backend, and an environment to catalog.providers.knativeEventMesh. An environment appears here after its first poll; until then, the log of the backend says why not.',
  },
  unknown: 'The catalog does not say how this mesh was read.',
  none: 'None',
  health: {
    title: 'Health',
    read: 'Read',
    stale: 'Not read for a while',
    staleDescription:
      'Its pages show what was. The log of the Backstage backend says why.',
    partial: 'Read in part',
    partialDescription_one:
      '1 thing could not be read: the page of the environment says what, and why.',
    partialDescription_other:
      '{{count}} things could not be read: the page of the environment says what, and why.',
    doubt: 'Removals in doubt',
    doubtDescription_one:
      '1 object went missing at once. In case that is a mistake, the entities stay for a while.',
    doubtDescription_other:
      '{{count}} objects went missing at once. In case that is a mistake, the entities stay for a while.',
  },
  age: {
    title: 'Last read',
    now: 'less than a minute ago',
    minute_one: '1 minute ago',
    minute_other: '{{count}} minutes ago',
    hour_one: '1 hour ago',
    hour_other: '{{count}} hours ago',
    day_one: '1 day ago',
    day_other: '{{count}} days ago',
  },
  findings: {
    title: 'Findings',
    what: 'findings',
    error_one: '1 error',
    error_other: '{{count}} errors',
    warning_one: '1 warning',
    warning_other: '{{count}} warnings',
    info_one: '1 remark',
    info_other: '{{count}} remarks',
    leftOut_one: '1 more finding could not be kept.',
    leftOut_other: '{{count}} more findings could not be kept.',
  },
  linked: {
    title: 'Linked',
    subscribers_zero: 'No subscribers',
    subscribers_one: '{{linked}} of 1 subscriber to a Component',
    subscribers_other: '{{linked}} of {{count}} subscribers to a Component',
    withoutId: 'Subscribers without an id',
  },
  objects: 'Objects',
} as const;
