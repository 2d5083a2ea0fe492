import { parseAuthorization } from './authorization';

const metadata = {
  name: 'default',
  namespace: 'shop',
  uid: 'u',
  generation: 2,
};

/** As Knative's pkg/auth/event_policy.go writes it. */
function parse(
  condition: object | undefined,
  policies?: unknown,
  observedGeneration = 2,
) {
  const conditions = condition
    ? [{ type: 'EventPoliciesReady', ...condition }]
    : [];
  return parseAuthorization({
    metadata,
    status: { observedGeneration, conditions, policies },
  });
}

const byDefault = (mode: string) => ({
  status: 'True',
  reason: 'DefaultAuthorizationMode',
  message: `Default authz mode is "${mode}"`,
});
const disabled = {
  status: 'True',
  reason: 'OIDCDisabled',
  message:
    'Feature "authentication-oidc" must be enabled to support Authorization',
};
const notReady = {
  status: 'False',
  reason: 'EventPoliciesNotReady',
  message: 'event policies a, b are not ready',
};
const policy = (name: string) => ({
  apiVersion: 'eventing.knative.dev/v1alpha1',
  name,
});

describe('parseAuthorization (knative.md 6)', () => {
  it.each([
    ['authentication is off', disabled, [], { enforced: 'no', policies: [] }],
    [
      'a default that is not set',
      byDefault(''),
      [],
      { enforced: 'yes', policies: [] },
    ],
    [
      'policies, sorted and each once',
      { status: 'True' },
      [policy('b'), policy('a'), policy('b')],
      { enforced: 'yes', policies: ['shop/a', 'shop/b'] },
    ],
    [
      'some policies that are ready and some that are not',
      notReady,
      [policy('c')],
      { enforced: 'yes', policies: ['shop/c'] },
    ],
    [
      'policies of which none is ready, perhaps because authentication is off',
      notReady,
      [],
      { enforced: 'unknown', policies: [] },
    ],
    [
      'policies that could not be read',
      { status: 'False', reason: 'EventPoliciesGetFailed' },
      [],
      { enforced: 'unknown', policies: [] },
    ],
    [
      'not yet decided',
      { status: 'Unknown' },
      [],
      { enforced: 'unknown', policies: [] },
    ],
    [
      'a word of a later version',
      { status: 'True', reason: 'Surprise', message: 'It is "x".' },
      [],
      { enforced: 'unknown', policies: [] },
    ],
    [
      'malformed policies',
      { status: 'True' },
      [null, 'x', { name: 7 }, policy('a')],
      { enforced: 'yes', policies: ['shop/a'] },
    ],
    [
      'RequestReply, which looks at no policies',
      { status: 'True', reason: 'NotImplemented' },
      [],
      undefined,
    ],
    ['no such condition', undefined, [policy('a')], undefined],
  ])('%s', (_, condition, policies, expected) => {
    expect(parse(condition, policies)).toEqual(expected);
  });

  it.each(['allow-all', 'deny-all', 'allow-same-namespace'])(
    'no policy, and by default %s',
    mode => {
      const expected = { enforced: 'yes', mode, policies: [] };
      expect(parse(byDefault(mode))).toEqual(expected);
    },
  );

  it.each([
    [disabled, [], { policies: [] }],
    [byDefault('deny-all'), [], { mode: 'deny-all', policies: [] }],
    [{ status: 'True' }, [policy('a')], { policies: ['shop/a'] }],
  ])(
    'is not certain of an older generation: %j',
    (condition, policies, rest) => {
      expect(parse(condition, policies, 1)).toEqual({
        enforced: 'unknown',
        ...rest,
      });
    },
  );
});
