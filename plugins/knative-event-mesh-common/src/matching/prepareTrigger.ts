import type { MatchReason } from '../contract';
import type { Condition } from './condition';
import { possibleEngines } from './engines';
import { evaluateCondition } from './evaluateCondition';
import type { EventTypeKnowledge } from './eventTypeKnowledge';
import { Explanation } from './explainCondition';
import { parseFilters } from './filterElement';
import type { EngineReading, FilterEngine } from './filterEngine';
import {
  differingClasses,
  differingVersions,
  ignoredFilters,
  moreReasons,
  onlyIf,
  unreadableFilters,
} from './notes';
import { ANYTHING, verdictOf } from './results';
import type { TriggerMatch } from './triggerMatch';

/**
 * The filters of a Trigger and what decides how they are read.
 *
 * @public
 */
export interface TriggerFilters {
  /** `spec.filter.attributes`, as the Trigger states them. */
  filter?: Readonly<Record<string, string>>;
  /** `spec.filters`, as the Trigger states them. */
  filters?: readonly unknown[];
  /** Annotation `eventing.knative.dev/broker.class` of the Trigger's broker. */
  brokerClass?: string;
  /**
   * Whether Knative is certainly 1.15 or later. Earlier versions may have
   * `filters` switched off, and read expressions in another way (knative.md 3.2).
   */
  isKnativeAtLeast115?: boolean;
}

/**
 * A Trigger that is ready to be asked about many event types.
 *
 * @public
 */
export interface PreparedTrigger {
  /**
   * What of the filters is not evaluated here or by the broker, whatever the
   * event: expressions that are not valid, filters of a wrong form, too many.
   */
  problems: readonly MatchReason[];
  /** Decides whether the filters pass the events of a type. */
  verdictOn(eventType: EventTypeKnowledge): TriggerMatch['match'];
  /** Says why, which takes more time than deciding. */
  match(eventType: EventTypeKnowledge): TriggerMatch;
}

/** An answer has reasons for each pair of event type and trigger. */
const MOST_REASONS = 10;

/** One way in which the filters may be read. */
interface Reading extends EngineReading {
  engine: FilterEngine;
  /** When the filters are read in this way, if there are others. */
  circumstance: string;
}

/**
 * Reads the filters of a Trigger once (design §5; knative.md 3.2, 3.3 and 3.5).
 * Event types that declare the same of the attributes that the filters ask for
 * are evaluated once.
 *
 * @public
 */
export function prepareTrigger(trigger: TriggerFilters): PreparedTrigger {
  const readings = readingsOf(trigger);
  const attributes = [
    ...new Set(readings.flatMap(({ condition }) => namesIn(condition))),
  ].sort();
  const verdicts = new Map<string, TriggerMatch['match']>();
  const matches = new Map<string, TriggerMatch>();
  return {
    problems: distinct(
      readings.flatMap(({ condition }) => problemsIn(condition)),
    ),
    verdictOn: eventType =>
      getOrCreate(verdicts, eventType.keyOf(attributes), () =>
        together(verdictsOf(readings, eventType)),
      ),
    match: eventType =>
      getOrCreate(matches, eventType.keyOf(attributes), () =>
        explain(readings, eventType, trigger),
      ),
  };
}

function getOrCreate<T>(map: Map<string, T>, key: string, create: () => T): T {
  const existing = map.get(key);
  if (existing !== undefined) {
    return existing;
  }
  const created = create();
  map.set(key, created);
  return created;
}

/** `filters` go before `filter`, which goes before everything (knative.md 3.2). */
function readingsOf(trigger: TriggerFilters): Reading[] {
  const { filter = {}, filters = [], brokerClass } = trigger;
  const elements = filters.length > 0 ? parseFilters(filters) : undefined;
  const isOld = elements !== undefined && !trigger.isKnativeAtLeast115;

  return possibleEngines(brokerClass).flatMap((engine): Reading[] => {
    const circumstance = `On ${engine.name}`;
    const attributes = {
      engine,
      circumstance,
      ...engine.readAttributes(filter),
    };
    if (!elements) {
      return [attributes];
    }
    if (!engine.readFilters) {
      const notes = [...attributes.notes, ignoredFilters(engine.name)];
      return [{ ...attributes, notes }];
    }
    const reading =
      typeof elements === 'string'
        ? { engine, circumstance, condition: unreadable(elements), notes: [] }
        : {
            engine,
            circumstance,
            ...spoiltByProblems(engine.readFilters(elements)),
          };
    return isOld
      ? [
          {
            ...reading,
            circumstance: 'With `filters` switched on',
            condition: asBefore115(reading.condition),
          },
          { ...attributes, circumstance: 'With `filters` switched off' },
        ]
      : [reading];
  });
}

/**
 * An expression that is not valid spoils the filters as a whole: both engines may
 * break already when they read it, before they ask anything of an event.
 */
function spoiltByProblems(reading: EngineReading): EngineReading {
  const of = problemsIn(reading.condition).map(
    reason => ({ kind: 'fixed', results: ANYTHING, reason } as const),
  );
  return of.length > 0
    ? { ...reading, condition: { kind: 'all', of, order: 'any' } }
    : reading;
}

function unreadable(problem: Parameters<typeof unreadableFilters>[0]) {
  const reason = unreadableFilters(problem);
  return { kind: 'fixed', results: ANYTHING, reason } as const;
}

/** Before 1.15, expressions were those of a draft of CloudEvents SQL. */
function asBefore115(condition: Condition): Condition {
  switch (condition.kind) {
    case 'expression':
      return { kind: 'fixed', results: ANYTHING };
    case 'not':
      return { ...condition, of: asBefore115(condition.of) };
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map(asBefore115) };
    default:
      return condition;
  }
}

type Verdict = TriggerMatch['match'];

function verdictsOf(
  readings: readonly Reading[],
  eventType: EventTypeKnowledge,
): Verdict[] {
  return readings.map(({ engine, condition }) =>
    verdictOf(evaluateCondition(condition, eventType, engine)),
  );
}

/** What holds however the filters are read. */
function together(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  return verdicts.every(verdict => verdict === first) ? first : 'maybe';
}

function explain(
  readings: readonly Reading[],
  eventType: EventTypeKnowledge,
  trigger: TriggerFilters,
): TriggerMatch {
  const verdicts = verdictsOf(readings, eventType);
  const match = together(verdicts);
  const isAgreed = verdicts.every(verdict => verdict === match);
  const reasons = readings.flatMap(
    ({ engine, circumstance, condition, notes }, index): MatchReason[] => {
      const explanation = new Explanation(eventType, engine);
      const why = {
        yes: () => [],
        no: () => explanation.whyClosed(condition),
        maybe: () => explanation.whyOpen(condition),
      };
      const ofReading = [...why[verdicts[index]](), ...notes];
      return isAgreed
        ? ofReading
        : ofReading.map(reason => onlyIf(circumstance, reason));
    },
  );
  return {
    match,
    reasons: distinct(
      match === 'maybe'
        ? [...differences(readings, verdicts, trigger), ...reasons]
        : reasons,
    ),
  };
}

function differences(
  readings: readonly Reading[],
  verdicts: readonly Verdict[],
  { filters, isKnativeAtLeast115 }: TriggerFilters,
): MatchReason[] {
  const isOld =
    Boolean(filters?.length) &&
    !isKnativeAtLeast115 &&
    readings.some(({ engine }) => engine.readFilters);
  if (isOld) {
    return [differingVersions()];
  }
  return verdicts.every(verdict => verdict === 'maybe')
    ? []
    : [
        differingClasses(
          readings.map(({ engine }, index) => ({
            brokerClass: engine.name,
            match: verdicts[index],
          })),
        ),
      ];
}

/** Each once, and not more than a person reads. */
function distinct(reasons: readonly MatchReason[]): MatchReason[] {
  const different = [
    ...new Map(reasons.map(reason => [reason.text, reason])).values(),
  ];
  return different.length > MOST_REASONS
    ? [
        ...different.slice(0, MOST_REASONS),
        moreReasons(different.length - MOST_REASONS),
      ]
    : different;
}

function problemsIn(condition: Condition): MatchReason[] {
  switch (condition.kind) {
    case 'not':
      return problemsIn(condition.of);
    case 'all':
    case 'any':
      return condition.of.flatMap(problemsIn);
    case 'fixed':
      return condition.results === ANYTHING && condition.reason
        ? [condition.reason]
        : [];
    default:
      return [];
  }
}

function namesIn(condition: Condition): string[] {
  switch (condition.kind) {
    case 'attribute':
      return [condition.attribute];
    case 'expression':
      return [...condition.expression.attributes];
    case 'not':
      return namesIn(condition.of);
    case 'fixed':
      return [];
    default:
      return condition.of.flatMap(namesIn);
  }
}
