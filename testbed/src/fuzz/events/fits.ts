import type { DeclaredAttribute } from '../eventTypes/declaredAttributes';
import { agrees } from '../eventTypes/declaredValue';
import type { SentEvent } from '../fuzzCase';
import { isEvent } from './validity';

/** Names with another meaning in CloudEvents 0.3 than in 1.0. */
const namesOfVersions = ['datacontentencoding', 'dataschema', 'schemaurl'];

/**
 * Whether an event is one of those that an EventType is about (design §5), which
 * declares what it declares in the words of CloudEvents 1.0.
 */
export function fits(
  event: SentEvent,
  declared: ReadonlyMap<string, DeclaredAttribute>,
): boolean {
  const { attributes } = event;
  return (
    isEvent(event) &&
    !(
      attributes.specversion === '0.3' &&
      namesOfVersions.some(name => declared.has(name))
    ) &&
    [...declared].every(([name, { isAlwaysThere, value }]) =>
      Object.hasOwn(attributes, name)
        ? agrees(value, attributes[name])
        : !isAlwaysThere,
    )
  );
}
