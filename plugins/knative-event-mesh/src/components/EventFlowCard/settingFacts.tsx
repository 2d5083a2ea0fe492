import type { Setting } from 'backstage-plugin-knative-event-mesh-common';
import type { Fact } from '../FactList';
import { Sentence } from '../Sentence';

/** What else the spec of an object says: one fact per setting. */
export function settingFacts(settings: Setting[]): Fact[] {
  return settings.map(({ name, value }) => ({
    term: name,
    content: <Sentence text={`\`${value}\``} />,
  }));
}
