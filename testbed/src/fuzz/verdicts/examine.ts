import type { KnativeEngines } from '../engines/knativeEngines';
import { readDeclaredAttributes } from '../eventTypes/declaredAttributes';
import type { FuzzCase } from '../fuzzCase';
import { judge, verdictOf, type Judgement } from './judge';
import { namesInFilter } from './namesInFilter';
import { opennessOf, type Openness } from './openness';

/** What may leave a verdict open: the broker, else the event type. */
export type LeftOpen = 'broker' | Openness;

/** Everything about a case. */
export interface Examination extends Judgement {
  leftOpen: LeftOpen;
  /**
   * `maybe` although values, broker class and version of Knative are known, and
   * the filter asks for nothing else; or what excuses that.
   */
  needlessMaybe?: 'no excuse' | 'history decides' | 'refused by the webhook';
}

/**
 * The reason for a verdict that the history of a trigger decides: all and any
 * of MTChannelBasedBroker reorder what is in them, which can change the answer.
 */
const historyDecides = 'filterOrder';

/** Which broker classes say how filters are read. */
const knownClasses = ['MTChannelBasedBroker', 'Kafka', 'KafkaNamespaced'];

/**
 * Decides a case and asks Knative.
 *
 * @throws ThrownVerdict if the code under test throws
 */
export async function examine(
  fuzzCase: FuzzCase,
  engines: KnativeEngines,
  options: { wantsValidation?: boolean } = {},
): Promise<Examination> {
  const verdict = verdictOf(fuzzCase);
  const { names, callsKnative } = namesInFilter(fuzzCase.trigger);
  const leftOpen = leftOpenIn(fuzzCase, names);
  const isNeedless =
    verdict.match === 'maybe' && leftOpen === 'exact' && !callsKnative;
  const judgement = await judge(fuzzCase, verdict, engines, {
    wantsValidation: options.wantsValidation || isNeedless,
  });
  return {
    ...judgement,
    leftOpen,
    needlessMaybe: isNeedless ? excuseFor(judgement) : undefined,
  };
}

function leftOpenIn(
  { eventType, brokerClass, isKnativeAtLeast115 }: FuzzCase,
  names: ReadonlySet<string>,
): LeftOpen {
  return knownClasses.includes(brokerClass ?? '') && isKnativeAtLeast115
    ? opennessOf(names, readDeclaredAttributes(eventType), brokerClass)
    : 'broker';
}

function excuseFor({
  invalid,
  verdict,
}: Judgement): Examination['needlessMaybe'] {
  if (invalid) {
    return 'refused by the webhook';
  }
  return verdict.reasons.some(({ code }) => code === historyDecides)
    ? 'history decides'
    : 'no excuse';
}
