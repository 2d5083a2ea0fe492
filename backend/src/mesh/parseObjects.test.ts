import { parseBroker } from './broker';
import { parseObjects } from './parseObjects';

it('leaves out what is malformed, with a finding for each', () => {
  const good = { metadata: { name: 'a', namespace: 'shop', uid: 'u' } };
  const { objects, findings } = parseObjects(
    'Broker',
    [null, good, { metadata: { namespace: 'shop', uid: 'u' } }],
    parseBroker,
  );
  expect(objects).toHaveLength(1);
  expect(findings).toEqual([
    {
      code: 'malformedObject',
      severity: 'error',
      object: {
        group: 'eventing.knative.dev',
        kind: 'Broker',
        namespace: '',
        name: '',
      },
      message: 'Broker / is left out: it is not an object.',
      action: expect.any(String),
    },
    expect.objectContaining({
      message: 'Broker shop/ is left out: name is missing.',
    }),
  ]);
});

it('does not take a defect for a malformed object', () => {
  const defect = () => {
    throw new TypeError('a defect');
  };
  expect(() => parseObjects('Broker', [{}], defect)).toThrow('a defect');
});
