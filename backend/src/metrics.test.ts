import { request } from 'undici';
import { as, objects, tokens } from './__testUtils__/smallMesh';
import { startTestMesh, type TestMesh } from './__testUtils__/startTestMesh';

describe('/metrics', () => {
  let mesh: TestMesh;
  beforeEach(async () => {
    mesh = await startTestMesh({ objects, tokens });
  });
  afterEach(() => mesh.close());

  const scrape = async () => {
    const answer = await request(`${mesh.metricsUrl}/metrics`);
    return {
      type: answer.headers['content-type'],
      text: await answer.body.text(),
    };
  };
  /** The values of a metric, by its labels. */
  const valuesOf = (text: string, name: string) =>
    Object.fromEntries(
      [...text.matchAll(new RegExp(`^${name}(\\S*) (\\S+)$`, 'gm'))].map(
        ([, labels, value]) => [labels, Number(value)],
      ),
    );

  it('tells what was answered and asked, and how large the mesh is', async () => {
    mesh.cluster.inject({ match: /triggers/, status: 500, times: 1 });
    await mesh.getMesh();
    await mesh.getMesh('', as('reader-token'));
    await mesh.getMesh('?namespace=shop', as('no-such-token'));
    await mesh.get('/livez');
    await mesh.get('/no/such/path');
    const { type, text } = await scrape();

    expect(type).toBe('text/plain; version=0.0.4; charset=utf-8');
    const route = (name: string, status: number) =>
      `{route="${name}",status="${status}"}`;
    expect(
      valuesOf(text, 'eventmesh_http_request_duration_seconds_count'),
    ).toEqual({
      [route('/v1/getEventMesh', 200)]: 2,
      [route('/v1/getEventMesh', 401)]: 1,
      [route('/livez', 200)]: 1,
      [route('other', 404)]: 1,
    });
    const triggers = 'resource="triggers.eventing.knative.dev"';
    expect(valuesOf(text, 'eventmesh_kubernetes_requests_total')).toMatchObject(
      {
        [`{${triggers},result="serverError"}`]: 1,
        [`{${triggers},result="ok"}`]: 2,
        '{resource="discovery",result="unauthorized"}': expect.any(Number),
      },
    );
    expect(valuesOf(text, 'eventmesh_build_duration_seconds_count')).toEqual({
      '': 3,
    });
    expect(valuesOf(text, 'eventmesh_builds_in_progress')).toEqual({ '': 0 });
    const { body } = await mesh.getMesh('', as('reader-token'));
    expect(valuesOf(text, 'eventmesh_mesh_objects')).toMatchObject({
      '{kind="Trigger"}': body.triggers.length,
      '{kind="EventType"}': body.eventTypes.length,
    });
    expect(valuesOf(text, 'process_resident_memory_bytes')['']).toBeGreaterThan(
      1e6,
    );
    expect(text).not.toMatch(/admin|reader-token|no-such|shop|cart/);
  });

  it('is on no other port', async () => {
    expect((await mesh.get('/metrics')).status).toBe(404);
    const answer = await request(`${mesh.metricsUrl}/v1/getEventMesh`);
    await answer.body.dump();
    expect(answer.statusCode).toBe(404);
  });
});
