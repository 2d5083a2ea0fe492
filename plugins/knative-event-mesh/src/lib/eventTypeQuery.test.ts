import {
  catalogQueryOf,
  type EventTypeQuery,
  isNarrowed,
} from './eventTypeQuery';

const anything: EventTypeQuery = {
  text: '',
  environment: '',
  namespace: '',
  broker: '',
  owner: '',
  readiness: '',
  isNotConsumed: false,
  sort: 'type',
  direction: 'asc',
  page: 1,
};

describe('catalogQueryOf', () => {
  it('asks for one page of all event types, known by their annotation', () => {
    const query = catalogQueryOf({ ...anything, page: 3 });

    expect(query.filter).toEqual({
      kind: 'API',
      'metadata.annotations.knative-event-mesh/kind': 'EventType',
    });
    expect(query).toMatchObject({
      orderFields: { field: 'metadata.title', order: 'asc' },
      limit: 25,
      offset: 50,
    });
    expect(query).not.toHaveProperty('fullTextFilter');
    // Consumers may be thousands; their number is all that is shown.
    expect(query.fields).not.toContain('spec.eventMesh');
    expect(query.fields).not.toContain('spec.eventMesh.consumers');
  });

  it('leaves each condition to the catalog', () => {
    expect(
      catalogQueryOf({
        ...anything,
        text: ' refund ',
        environment: 'demo',
        namespace: 'payments',
        broker: 'component:payments/default-broker',
        owner: 'group:default/payments',
        readiness: 'False',
        isNotConsumed: true,
        sort: 'namespace',
        direction: 'desc',
      }),
    ).toMatchObject({
      filter: {
        'metadata.annotations.knative-event-mesh/environment': 'demo',
        'metadata.annotations.knative-event-mesh/namespace': 'payments',
        'spec.eventMesh.provider.entityRef':
          'component:payments/default-broker',
        'spec.owner': 'group:default/payments',
        'spec.eventMesh.readiness.status': 'False',
        'spec.eventMesh.findings.code': 'eventTypeNotConsumed',
      },
      fullTextFilter: {
        term: 'refund',
        fields: expect.arrayContaining([
          'metadata.title',
          'metadata.description',
          'spec.eventMesh.searchLines.text',
        ]),
      },
      orderFields: {
        field: 'metadata.annotations.knative-event-mesh/namespace',
        order: 'desc',
      },
    });
  });
});

describe('isNarrowed', () => {
  it('counts conditions, not blanks, order or page', () => {
    expect(isNarrowed({ ...anything, text: ' ', sort: 'owner', page: 4 })).toBe(
      false,
    );
    expect(isNarrowed({ ...anything, text: 'a' })).toBe(true);
    expect(isNarrowed({ ...anything, owner: 'group:default/a' })).toBe(true);
    expect(isNarrowed({ ...anything, isNotConsumed: true })).toBe(true);
  });
});
