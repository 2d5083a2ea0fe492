import { existsNameOf, nameOf } from '../attributes';
import { engineOf, type Engine } from '../engine';
import {
  evaluate,
  outcomeOf,
  type EvaluateOptions,
} from '../evaluate/evaluate';
import type { Outcome } from '../evaluate/evaluation';
import type { EventAttributes } from '../evaluate/run';
import { isExhausted, startWork } from '../evaluate/work';
import { builtInFunctions } from '../functions/functions';
import type { Expression } from '../syntax/parse';
import type { Value } from '../values/values';
import { possibilitiesOf } from './abstractEvaluate';
import type { AbstractRun } from './abstractRun';
import type { AttributeKnowledge, EventKnowledge } from './attributeKnowledge';
import { knowledgeOf } from './attributeState';
import type { Possibilities } from './possibilities';

/** @public */
export interface PossibleOutcomesOptions extends EvaluateOptions {
  /**
   * What unknown texts are taken for: `any`, or `plain`, which have no `%` and
   * no ends of lines. Both SDKs have faults in LIKE for such characters, so that
   * `source LIKE '/a/%'` is never certain for the source `/a/{x}` in Go. `any`
   * unless told.
   */
  unknownTexts?: 'any' | 'plain';
}

/**
 * An attribute that an answer hangs on.
 *
 * @public
 */
export interface OpenAttribute {
  name: string;
  /** What is known of it. */
  state: AttributeKnowledge['state'];
}

/**
 * What can become of an expression.
 *
 * @public
 */
export interface PossibleOutcomes {
  /** Every outcome that an event of the set can have is in it. */
  outcomes: ReadonlySet<Outcome>;
  /** Empty if there is only one outcome; else sorted by name. */
  hangsOn: readonly OpenAttribute[];
  /** Whether the expression or the values are beyond what is evaluated here. */
  isLimited: boolean;
}

/**
 * The outcomes that an expression can have for the events of a set. With one
 * exact value for each attribute in it, there is exactly one. Never throws.
 *
 * @public
 */
export function possibleOutcomes(
  expression: Expression,
  knowledge: EventKnowledge,
  options: PossibleOutcomesOptions = {},
): PossibleOutcomes {
  const isPlain = options.unknownTexts === 'plain';
  const run: AbstractRun = {
    engine: engineOf(options),
    knowledge,
    functions: options.functions ?? builtInFunctions,
    free: { percent: !isPlain, lineEnd: !isPlain },
    work: startWork(),
    isLimited: false,
    mayCrash: false,
  };
  const root = possibilitiesOf(expression.root, run);
  if (run.isLimited || isExhausted(run.work)) {
    return {
      outcomes: new Set<Outcome>([
        'true',
        'false',
        'error',
        'crash',
        'nonBoolean',
      ]),
      hangsOn: openAttributes(namesIn(expression, run.engine), knowledge),
      isLimited: true,
    };
  }
  const event = run.mayCrash ? onlyEvent(expression, run) : undefined;
  const outcomes = event
    ? new Set([outcomeOf(evaluate(expression, event, options), options)])
    : outcomesOf(root);
  if (run.mayCrash && !event) {
    outcomes.add('crash');
  }
  const names = run.mayCrash
    ? namesIn(expression, run.engine)
    : [...root.hangsOn];
  return {
    outcomes,
    hangsOn: outcomes.size > 1 ? openAttributes(names, knowledge) : [],
    isLimited: false,
  };
}

function outcomesOf({ values, mayFail }: Possibilities): Set<Outcome> {
  const outcomes = new Set<Outcome>(mayFail ? ['error'] : []);
  for (const { value } of values) {
    if (value.kind === 'constant' && typeof value.value === 'boolean') {
      outcomes.add(value.value ? 'true' : 'false');
    } else {
      outcomes.add('nonBoolean');
    }
  }
  return outcomes;
}

/** What an expression sees of the events, if it is the same for all of them. */
function onlyEvent(
  expression: Expression,
  { engine, knowledge }: AbstractRun,
): EventAttributes | undefined {
  const attributes: [string, Value][] = [];
  for (const name of namesIn(expression, engine)) {
    const known = knowledgeOf(name, knowledge);
    if (known.state === 'exact') {
      attributes.push([name, known.value]);
    } else if (known.state !== 'absent') {
      return undefined;
    }
  }
  return Object.fromEntries(attributes);
}

function namesIn({ attributes }: Expression, engine: Engine): string[] {
  return [
    ...new Set(
      attributes.flatMap(name => [nameOf(name, engine), existsNameOf(name)]),
    ),
  ];
}

function openAttributes(
  names: readonly string[],
  knowledge: EventKnowledge,
): OpenAttribute[] {
  return names
    .map(name => ({ name, state: knowledgeOf(name, knowledge).state }))
    .filter(({ state }) => state !== 'exact' && state !== 'absent')
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
