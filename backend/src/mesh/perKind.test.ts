import { perKind } from './perKind';

it('makes one for each kind of each group, and only once', () => {
  const nameOf = perKind(
    ({ group, kind }) =>
      () =>
        `${kind} of ${group}`,
  );
  const channel = { group: 'messaging.knative.dev', kind: 'Channel' };
  const resource = { ...channel, version: 'v1' };
  expect(nameOf(resource)).toBe(nameOf(channel));
  expect(nameOf(channel)()).toBe('Channel of messaging.knative.dev');
  expect(nameOf({ ...channel, group: 'acme.example' })()).toBe(
    'Channel of acme.example',
  );
  expect(nameOf({ ...channel, kind: 'constructor' })()).toBe(
    'constructor of messaging.knative.dev',
  );
});
