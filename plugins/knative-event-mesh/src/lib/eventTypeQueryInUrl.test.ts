import type { EventTypeQuery } from './eventTypeQuery';
import { eventTypeQueryOfUrl, urlChangesOf } from './eventTypeQueryInUrl';

const usual = eventTypeQueryOfUrl(new URLSearchParams());

function urlOf(changes: Partial<EventTypeQuery>): URLSearchParams {
  const said = Object.entries(urlChangesOf(changes)).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return new URLSearchParams(said);
}

describe('the query in the URL', () => {
  it('is read back as it is written', () => {
    const query: EventTypeQuery = {
      text: 'paid & done',
      environment: 'demo',
      namespace: 'payments',
      broker: 'component:payments/default-broker',
      owner: 'group:default/payments',
      readiness: 'Unknown',
      isNotConsumed: true,
      sort: 'owner',
      direction: 'desc',
      page: 7,
    };

    expect(eventTypeQueryOfUrl(urlOf(query))).toEqual(query);
  });

  it('says nothing of what is usual', () => {
    expect([...urlOf(usual)]).toEqual([]);
    expect(usual).toMatchObject({ sort: 'type', direction: 'asc', page: 1 });
  });

  it('begins at the first page whenever something else changes', () => {
    expect(urlChangesOf({ owner: 'group:default/a' })).toEqual({
      owner: 'group:default/a',
      page: undefined,
    });
    expect(urlChangesOf({ page: 2 })).toEqual({ page: '2' });
  });

  it.each(['page=-1', 'page=x', 'page=1e99', 'sort=size', 'direction=up'])(
    'takes %s for nothing',
    search => {
      expect(eventTypeQueryOfUrl(new URLSearchParams(search))).toEqual(usual);
    },
  );
});
