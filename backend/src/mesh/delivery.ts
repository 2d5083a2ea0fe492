import { objectAt, readableTextAt, textAt, type UnknownObject } from './guards';
import { parseDestination, type DestinationSpec } from './references';

/** What stands in a `delivery`, by the names of Knative's DeliverySpec. */
export interface DeliverySpec {
  deadLetterSink?: DestinationSpec;
  /** Everything else that is a text or a number, as text. */
  settings: ReadonlyMap<string, string>;
}

/** Settings of a DeliverySpec besides the dead letter sink (knative.md 4.2). */
const settingNames = [
  'backoffDelay',
  'backoffPolicy',
  'format',
  'retry',
  'retryAfterMax',
  'timeout',
] as const;

/**
 * Reads the `delivery` of a spec.
 *
 * @param holderNamespace - where a dead letter sink is that names no namespace
 * @returns undefined if there is none; one without content is something else
 * @throws MalformedObject if it has not the shape of one
 */
export function parseDelivery(
  spec: UnknownObject,
  holderNamespace: string,
): DeliverySpec | undefined {
  const delivery = objectAt(spec, 'delivery');
  if (!delivery) {
    return undefined;
  }
  const deadLetterSink = parseDestination(
    objectAt(delivery, 'deadLetterSink'),
    holderNamespace,
  );
  const settings = settingNames.flatMap((name): [string, string][] => {
    const value = delivery[name];
    const text =
      typeof value === 'number' ? `${value}` : textAt(delivery, name);
    return text === undefined ? [] : [[name, text]];
  });
  return {
    ...(deadLetterSink ? { deadLetterSink } : {}),
    settings: new Map(settings),
  };
}

/** Where a part of a trigger's delivery is stated. */
export type DeliveryOrigin = 'broker' | 'trigger';

/** What happens to events that a trigger cannot deliver. */
export interface EffectiveDelivery {
  deadLetterSink?: { destination: DestinationSpec; from: DeliveryOrigin };
  /** Sorted by name. */
  settings: { name: string; value: string; from: DeliveryOrigin }[];
}

type Specs = Record<DeliveryOrigin, DeliverySpec | undefined>;

/** Which of the two counts for the dead letter sink, and for a setting. */
interface Precedence {
  deadLetterSink(specs: Specs): DeliveryOrigin;
  setting(specs: Specs, name: string): DeliveryOrigin;
}

const wholeObject = ({ trigger }: Specs): DeliveryOrigin =>
  trigger ? 'trigger' : 'broker';

const triggersSink = ({ trigger }: Specs): DeliveryOrigin =>
  trigger?.deadLetterSink ? 'trigger' : 'broker';

/** The table in knative.md 4.3. */
const precedenceOfClass = new Map<string, Precedence>([
  [
    'MTChannelBasedBroker',
    { deadLetterSink: triggersSink, setting: wholeObject },
  ],
  ['Kafka', { deadLetterSink: wholeObject, setting: wholeObject }],
  [
    'KafkaNamespaced',
    {
      deadLetterSink: triggersSink,
      setting: ({ trigger }, name) =>
        trigger?.settings.has(name) ? 'trigger' : 'broker',
    },
  ],
  ['RabbitMQBroker', { deadLetterSink: wholeObject, setting: wholeObject }],
]);

/**
 * The delivery that holds for a trigger, with where each part comes from.
 *
 * @param brokerClass - the annotation `eventing.knative.dev/broker.class`
 * @returns undefined if that cannot be told: the class is not known, and the
 * classes that are would not agree
 */
export function effectiveDelivery(
  brokerClass: string | undefined,
  specs: Specs,
): EffectiveDelivery | undefined {
  const known = precedenceOfClass.get(brokerClass ?? '');
  if (known) {
    return deliveryBy(known, specs);
  }
  const [first, ...others] = [...precedenceOfClass.values()].map(precedence =>
    deliveryBy(precedence, specs),
  );
  return others.every(other => JSON.stringify(other) === JSON.stringify(first))
    ? first
    : undefined;
}

function deliveryBy(precedence: Precedence, specs: Specs): EffectiveDelivery {
  const sinkFrom = precedence.deadLetterSink(specs);
  const destination = specs[sinkFrom]?.deadLetterSink;
  return {
    ...(destination ? { deadLetterSink: { destination, from: sinkFrom } } : {}),
    settings: settingNames.flatMap(name => {
      const from = precedence.setting(specs, name);
      const value = specs[from]?.settings.get(name);
      return value === undefined ? [] : [{ name, value, from }];
    }),
  };
}

/**
 * The resolved address of the dead letter sink in a status, or in the part of
 * one that holds it (knative.md 4.1).
 */
export function parseDeadLetterSinkUri(
  status: UnknownObject,
): string | undefined {
  return readableTextAt(status, 'deadLetterSinkUri');
}
