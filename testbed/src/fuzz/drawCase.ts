import { drawEvent, nothingDeclared } from './events/drawEvent';
import { readDeclaredAttributes } from './eventTypes/declaredAttributes';
import { drawEventType, drawSibling } from './eventTypes/drawEventType';
import type { FuzzCase, SentEvent } from './fuzzCase';
import type { Random } from './random';
import { aimOf } from './triggers/aimOf';
import { triggerContext } from './triggers/context';
import { drawTrigger } from './triggers/drawTrigger';

/** Events of the type that are drawn before the trigger, and after it. */
const eventCounts = { unaimed: 3, aimed: 3 };

/** An event type, a trigger and events that fit the event type. */
export function drawCase(random: Random): FuzzCase {
  const eventType = drawEventType(random);
  const declared = readDeclaredAttributes(eventType);
  const drawMany = (count: number, draw: () => SentEvent | undefined) =>
    Array.from({ length: count }, draw).filter(event => event !== undefined);
  const ofAnyType = () => drawEvent(nothingDeclared, random);

  const unaimed = drawMany(eventCounts.unaimed, () =>
    drawEvent(declared, random),
  );
  const samples = unaimed.length > 0 ? unaimed : drawMany(1, ofAnyType);
  const trigger = drawTrigger(triggerContext(declared, samples), random);
  const aim = aimOf(trigger);
  const ofType = () => drawEvent(declared, random, aim);
  return {
    eventType,
    askedBefore: random.chance(0.3) ? [drawSibling(eventType, random)] : [],
    trigger,
    brokerClass: random.weighted([
      [42, 'MTChannelBasedBroker'],
      [38, 'Kafka'],
      [5, 'KafkaNamespaced'],
      [13, undefined],
      [2, 'SomebodysOwnBroker'],
    ]),
    isKnativeAtLeast115: random.chance(0.85) ? true : undefined,
    events: [...unaimed, ...drawMany(eventCounts.aimed, ofType)],
    earlier: random.chance(0.1)
      ? [
          ...drawMany(3, () => drawEvent(nothingDeclared, random, aim)),
          ...drawMany(2, ofType),
        ]
      : [],
  };
}
