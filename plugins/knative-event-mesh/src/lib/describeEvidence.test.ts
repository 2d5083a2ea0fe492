import type { EventProducer } from 'backstage-plugin-knative-event-mesh-common';
import { describeEvidence } from './describeEvidence';

const via = {
  group: 'sources.knative.dev',
  kind: 'PingSource',
  namespace: 'payments',
  name: 'nightly',
};

describe('describeEvidence', () => {
  it.each<[EventProducer['evidence'], EventProducer['match'], RegExp]>([
    ['ownerReference', 'yes', /created the event type for this PingSource/],
    ['ceAttributes', 'yes', /Its status says that it sends/],
    ['ceAttributes', 'maybe', /depends on what it takes in/],
    ['reply', 'yes', /come back as an answer/],
  ])('describes %s with %s', (evidence, match, expected) => {
    expect(describeEvidence({ evidence, match, via })).toMatch(expected);
  });
});
