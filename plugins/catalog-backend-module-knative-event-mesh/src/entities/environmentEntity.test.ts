import { systemEntityV1alpha1Validator } from '@backstage/catalog-model';
import {
  environmentEntity,
  holdsContents,
  type EnvironmentState,
} from './environmentEntity';

const options = {
  environment: 'dev',
  owner: 'group:default/unknown',
  lifecycle: 'dev',
  relatePossibleConsumers: false,
  trustConsumedBy: false,
  passThrough: { labels: [], annotations: [] },
};

const state: EnvironmentState = {
  environment: 'dev',
  serviceVersion: undefined,
  counts: [{ kind: 'Broker', count: 1 }],
  policies: [],
  linkCoverage: { linked: 1, total: 2 },
  omitted: [],
  findings: [],
  pollIntervalSeconds: 60,
};

const start = new Date('2026-01-01T00:00:00.000Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const first = environmentEntity(state, options, { now: start });

describe('environmentEntity', () => {
  it('is a System that the catalog accepts', async () => {
    expect(await systemEntityV1alpha1Validator.check(first)).toBe(true);
    expect(first).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: {
        namespace: 'default',
        name: 'knative-event-mesh-dev',
        title: 'Knative event mesh dev',
        description: 'Event mesh of the Knative environment dev',
        annotations: {
          'backstage.io/managed-by-location': 'knative-event-mesh:dev/',
          'backstage.io/managed-by-origin-location': 'knative-event-mesh:dev',
          'knative-event-mesh/environment': 'dev',
          'knative-event-mesh/role': 'environment',
        },
      },
      spec: {
        owner: 'group:default/unknown',
        type: 'event-mesh',
        eventMesh: {
          environment: 'dev',
          counts: [{ kind: 'Broker', count: 1 }],
          policies: [],
          linkCoverage: { linked: 1, total: 2 },
          omitted: [],
          doubts: [],
          findings: [],
          pollIntervalSeconds: 60,
          lastGoodPoll: '2026-01-01T00:00:00.000Z',
        },
      },
    });
  });

  it.each([
    ['the same state after a minute', state, minutes(1), first, start],
    ['the same state after 9 minutes', state, minutes(9), first, start],
    ['the same state after 10', state, minutes(10), first, minutes(10)],
    [
      'another state',
      { ...state, linkCoverage: { linked: 2, total: 2 } },
      minutes(1),
      first,
      minutes(1),
    ],
    ['a time of the future', state, minutes(-1), first, minutes(-1)],
    ['nothing written yet', state, minutes(1), undefined, minutes(1)],
    [
      'a time that is none',
      state,
      minutes(1),
      {
        ...first,
        spec: { eventMesh: { ...state, lastGoodPoll: 'yesterday' } },
      },
      minutes(1),
    ],
    [
      'something else in its place',
      state,
      minutes(1),
      { ...first, spec: { eventMesh: 'x' } },
      minutes(1),
    ],
  ])('with %s', (_, nextState, now, previous, expected) => {
    const entity = environmentEntity(nextState, options, {
      now,
      previous: previous as typeof first | undefined,
    });
    expect(entity.spec?.eventMesh).toMatchObject({
      lastGoodPoll: expected.toISOString(),
    });
  });

  it('says what is in doubt, and is rewritten when that changes', () => {
    const doubt = {
      reason: 'removals' as const,
      group: 'eventing.knative.dev',
      kind: 'Broker',
      since: start.toISOString(),
      entities: 12,
    };
    const written = environmentEntity(state, options, {
      now: start,
      doubts: [doubt],
    });
    const next = (now: Date, doubts = [doubt]) =>
      environmentEntity(state, options, { now, previous: written, doubts });

    expect(written.spec?.eventMesh).toMatchObject({ doubts: [doubt] });
    expect(next(minutes(1))).toEqual(written);
    expect(
      next(minutes(1), [{ ...doubt, entities: 13 }]).spec?.eventMesh,
    ).toMatchObject({ lastGoodPoll: minutes(1).toISOString() });
    expect(next(minutes(1), []).spec?.eventMesh).toMatchObject({
      lastGoodPoll: minutes(1).toISOString(),
      doubts: [],
    });
  });

  it('is rewritten when anything in the environment is another', () => {
    const written = environmentEntity(state, options, {
      now: start,
      contents: 'a',
    });
    const next = (contents?: string) =>
      environmentEntity(state, options, {
        now: minutes(1),
        previous: written,
        contents,
      });

    expect(next('a')).toEqual(written);
    expect(next('b').spec?.eventMesh).toMatchObject({
      lastGoodPoll: minutes(1).toISOString(),
    });
    expect(next().spec?.eventMesh).toMatchObject({
      lastGoodPoll: minutes(1).toISOString(),
    });
  });

  it.each([
    ['the same', 'a', minutes(9), true],
    ['other contents', 'b', minutes(1), false],
    ['the same of long ago', 'a', minutes(10), false],
    ['the same of the future', 'a', minutes(-1), false],
  ])('tells whether the catalog holds %s', (_, contents, now, expected) => {
    const written = environmentEntity(state, options, {
      now: start,
      contents: 'a',
    });
    expect(holdsContents(written, contents, now)).toBe(expected);
  });

  it('holds nothing without saying what', () => {
    expect(holdsContents(undefined, 'a', start)).toBe(false);
    expect(holdsContents(first, 'a', start)).toBe(false);
    expect(
      holdsContents({ ...first, spec: { eventMesh: 'x' } }, 'a', start),
    ).toBe(false);
  });

  it('does not depend on the order of keys that the catalog gives back', () => {
    const { eventMesh, ...spec } = first.spec ?? {};
    const reversed = Object.fromEntries(
      Object.entries(eventMesh as object).reverse(),
    );
    const entity = environmentEntity(state, options, {
      now: minutes(1),
      previous: { ...first, spec: { ...spec, eventMesh: reversed } },
    });
    expect(entity).toEqual(first);
  });

  it('keeps 500 findings, and counts the others', () => {
    const finding = {
      code: 'a',
      severity: 'info' as const,
      object: { group: '', kind: 'A', namespace: 'b', name: 'c' },
      message: 'm',
      action: 'a',
    };
    const findings = Array.from({ length: 501 }, () => finding);
    const entity = environmentEntity({ ...state, findings }, options, {
      now: start,
    });
    expect(entity.spec?.eventMesh).toMatchObject({ findingsLeftOut: 1 });
    expect(
      (entity.spec?.eventMesh as { findings: unknown[] }).findings,
    ).toHaveLength(500);
  });

  it('keeps 500 policies', () => {
    const policy = { namespace: 'a', name: 'b', to: [], subjects: [] };
    const policies = Array.from({ length: 501 }, () => policy);
    const entity = environmentEntity({ ...state, policies }, options, {
      now: start,
    });
    expect(
      (entity.spec?.eventMesh as { policies: unknown[] }).policies,
    ).toHaveLength(500);
  });
});
