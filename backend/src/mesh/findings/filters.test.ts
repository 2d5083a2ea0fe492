import { meshOf } from '../../__testUtils__/meshParts';
import { broker, service, trigger } from '../../__testUtils__/objects';

const filterCodes = ['invalidFilter', 'filterNotEvaluated', 'filtersIgnored'];

function findingsOf(filters: unknown[], brokerClass?: string) {
  return meshOf([
    broker('shop/default', brokerClass),
    service('shop/a', { label: 'a' }),
    trigger('shop/odd', 'default', 'Service/a', { filters }),
  ]).findings.filter(({ code }) => filterCodes.includes(code));
}

describe('filterFindings', () => {
  it.each([
    [
      'an expression that is none',
      { cesql: 'type =' },
      'invalidFilter',
      'error',
    ],
    [
      'one within',
      { not: { any: [{ cesql: 'type =' }] } },
      'invalidFilter',
      'error',
    ],
    ['a wrong form', { exact: 'type' }, 'invalidFilter', 'error'],
    [
      'an expression that is too long',
      { cesql: `type = '${'x'.repeat(40_000)}'` },
      'filterNotEvaluated',
      'warning',
    ],
    [
      'too many elements',
      { any: Array.from({ length: 1_001 }, () => ({})) },
      'filterNotEvaluated',
      'warning',
    ],
  ])('finds %s, once', (_, element, code, severity) => {
    const findings = findingsOf([element]);
    expect(findings).toEqual([
      expect.objectContaining({
        code,
        severity,
        object: {
          group: 'eventing.knative.dev',
          kind: 'Trigger',
          namespace: 'shop',
          name: 'odd',
        },
      }),
    ]);
    expect(findings[0].message.length).toBeLessThan(400);
  });

  it('finds nothing where all can be evaluated', () => {
    expect(
      findingsOf([{ cesql: "type = 'x'" }, { exact: { type: '' } }]),
    ).toEqual([]);
  });

  it('finds filters that RabbitMQ does not look at', () => {
    const filters = [{ exact: { type: 'x' } }];
    expect(findingsOf(filters, 'RabbitMQBroker')).toEqual([
      expect.objectContaining({ code: 'filtersIgnored', severity: 'warning' }),
    ]);
    expect(findingsOf(filters, 'Kafka')).toEqual([]);
  });
});
