import type { SentEvent, TriggerFilters } from '../fuzzCase';
import type { LineProcess } from './lineProcess';
import { kafkaBrokerVersions } from './versions';

/**
 * What becomes of an event: delivered, not delivered, not delivered because the
 * engine panics or throws, or refused, which means it never is in the broker.
 */
export type Outcome = 'D' | 'N' | 'P' | 'R';

/** The outcomes of some events, by one engine. */
export interface EngineAnswer {
  /** Which engine, for a reader. */
  engine: string;
  /** One for each event that was asked for. */
  outcomes: readonly Outcome[];
}

/** What is asked of the engines. */
export interface EngineQuestion {
  trigger: TriggerFilters;
  events: readonly SentEvent[];
  /** Events that went through the filter before. */
  earlier: readonly SentEvent[];
  /** Which brokers' filters are asked. */
  engines: readonly ('multiTenant' | 'kafka')[];
  /** Whether to ask Knative's webhook, too. */
  wantsValidation: boolean;
}

export interface EngineAnswers {
  answers: readonly EngineAnswer[];
  /** Why Knative's webhook refuses the trigger; undefined if it does not. */
  invalid?: string;
}

/** Knative's own code, which decides what is delivered. */
export interface KnativeEngines {
  ask(question: EngineQuestion): Promise<EngineAnswers>;
}

interface EventFilterAnswer {
  fresh: string;
  used?: string;
  contract?: string;
  invalid?: string;
}

/** Asks the two programs, of `event-filter/` and `kafka-filter/`. */
export function knativeEngines(
  eventFilter: LineProcess,
  kafkaFilter: LineProcess,
): KnativeEngines {
  return {
    async ask({ trigger, events, earlier, engines, wantsValidation }) {
      const sent = events.map(asSent);
      const asksMultiTenant = engines.includes('multiTenant');
      const asksKafka = engines.includes('kafka');
      const first = await eventFilter.ask<EventFilterAnswer>({
        trigger: asTrigger(trigger),
        events: asksMultiTenant ? sent : [],
        earlier: asksMultiTenant ? earlier.map(asSent) : [],
        wantsContract: asksKafka,
        wantsValidation,
      });
      const answers: EngineAnswer[] = [];
      if (asksMultiTenant) {
        answers.push(answer('MTChannelBasedBroker', first.fresh));
      }
      if (first.used) {
        answers.push(
          answer('MTChannelBasedBroker after other events', first.used),
        );
      }
      if (asksKafka) {
        const second = await kafkaFilter.ask<Record<string, string>>({
          egress: first.contract ?? '',
          events: sent,
        });
        answers.push(
          ...kafkaBrokerVersions.map(version =>
            answer(`Kafka ${version}`, second[version]),
          ),
        );
      }
      return { answers, invalid: first.invalid };
    },
  };
}

function answer(engine: string, outcomes: string): EngineAnswer {
  return { engine, outcomes: [...outcomes] as Outcome[] };
}

function asTrigger({ filter, filters }: TriggerFilters) {
  return { filter: filter && { attributes: filter }, filters };
}

function asSent({ mode, attributes }: SentEvent) {
  return { [mode]: attributes };
}
