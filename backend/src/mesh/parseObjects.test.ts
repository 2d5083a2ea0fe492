import { parseBroker } from './broker';
import { BROKER } from './knative';
import { parseObjects } from './parseObjects';

it('leaves out what is malformed, with a finding for each', () => {
  const good = { metadata: { name: 'a', namespace: 'shop', uid: 'u' } };
  const { objects, findings } = parseObjects(
    BROKER,
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
  expect(() => parseObjects(BROKER, [{}], defect)).toThrow('a defect');
});

it('names a kind of any group', () => {
  const kind = { group: 'acme.example', kind: 'FtpSource' };
  const item = { metadata: { name: 'in', namespace: 'shop' } };
  const { findings } = parseObjects(kind, [item], parseBroker);
  expect(findings).toEqual([
    expect.objectContaining({
      object: { ...kind, namespace: 'shop', name: 'in' },
      message: 'FtpSource shop/in is left out: uid is missing.',
    }),
  ]);
});
