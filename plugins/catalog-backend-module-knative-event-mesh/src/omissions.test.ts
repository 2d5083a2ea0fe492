import type { AbsentList } from './answer';
import { describeOmission, findOmission, omitAbsent } from './omissions';

describe('omitAbsent', () => {
  const configKey = 'catalog.providers.x.dev';
  const omit = (trustConsumedBy: boolean, ...absent: AbsentList[]) =>
    [...omitAbsent(absent, { configKey, trustConsumedBy }).values()].map(
      omission => `${describeOmission(omission)}: ${omission.reason}`,
    );
  const ours: AbsentList[] = [
    'triggers',
    'subscriptions',
    'sinks',
    'flows',
    'policies',
  ];

  it('omits what the answer does not have', () => {
    expect(omit(false)).toEqual([]);
    expect(omit(false, 'subscribables', 'sources', ...ours)).toEqual([
      'everything of messaging.knative.dev: unavailable',
      'everything of sources.knative.dev: unavailable',
      'Trigger: unavailable',
      'Subscription: unavailable',
      'everything of sinks.knative.dev: unavailable',
      'everything of flows.knative.dev: unavailable',
      'EventPolicy: unavailable',
    ]);
  });

  it('waits for nothing that a trusted service never sends', () => {
    expect(omit(true, 'sources', ...ours)).toEqual([
      'everything of sources.knative.dev: unavailable',
      'Trigger: unsupported',
      'Subscription: unsupported',
      'everything of sinks.knative.dev: unsupported',
      'everything of flows.knative.dev: unsupported',
      'EventPolicy: unsupported',
    ]);
  });

  it('says what that means for consumers', () => {
    const message = (trustConsumedBy: boolean) =>
      omitAbsent(['triggers'], { configKey, trustConsumedBy }).get('triggers')
        ?.message;
    expect(message(false)).toContain(
      `set ${configKey}.trustConsumedBy to true`,
    );
    expect(message(true)).toContain('because trustConsumedBy is set');
  });
});

describe('findOmission', () => {
  const scope = { group: 'a.example.com', kind: 'A', namespace: 'payments' };

  it.each([
    ['the kind', { kind: 'A' }, true],
    ['the group', { group: 'a.example.com' }, true],
    ['the namespace', { namespace: 'payments' }, true],
    ['all of it', scope, true],
    ['another kind', { group: 'a.example.com', kind: 'B' }, false],
    ['another group', { group: '', kind: 'A' }, false],
    ['another namespace', { kind: 'A', namespace: 'orders' }, false],
  ])('tells whether %s is omitted', (_, given, expected) => {
    const omission = { ...given, reason: 'forbidden' as const, message: '' };
    expect(findOmission([omission], scope)).toBe(
      expected ? omission : undefined,
    );
  });
});
