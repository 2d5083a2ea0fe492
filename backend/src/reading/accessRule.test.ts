import { parse } from 'yaml';
import { accessRule } from './accessRule';

it('can be pasted into a Role', () => {
  const rules = `rules:\n${accessRule('', ['services'])}\n${accessRule(
    'eventing.knative.dev',
    ['brokers', 'triggers'],
  )}\n`;
  expect(parse(rules)).toEqual({
    rules: [
      { apiGroups: [''], resources: ['services'], verbs: ['list'] },
      {
        apiGroups: ['eventing.knative.dev'],
        resources: ['brokers', 'triggers'],
        verbs: ['list'],
      },
    ],
  });
});
