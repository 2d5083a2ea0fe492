import {
  createFunctions,
  possibleOutcomes,
  type AttributeKnowledge as CesqlKnowledge,
  type EngineName,
  type ExactAttribute,
  type Expression,
  type ExpressionNode,
  type Outcome,
  type TemplateAttribute,
} from 'cesql';
import type {
  AttributeKnowledge,
  EventTypeKnowledge,
} from './eventTypeKnowledge';
import type { FilterEngine } from './filterEngine';
import { BREAKS, type Results } from './results';

/**
 * The function that Knative adds for the Triggers of a RequestReply. It verifies
 * with keys that only the broker has (eventing pkg/requestreply).
 */
const VERIFY_CORRELATION_ID = 'KN_VERIFY_CORRELATION_ID';

const functions = createFunctions([
  {
    name: VERIFY_CORRELATION_ID,
    parameters: ['string', 'string', 'string', 'string', 'integer', 'integer'],
    returns: 'boolean',
  },
]);

/** An engine that evaluates expressions. */
export interface ExpressionEngine {
  engine: Extract<EngineName, 'go' | 'java'>;
  /** Whether the value is cast to a Boolean. */
  castsValue: boolean;
  seen: FilterEngine['seen'];
  /**
   * An attribute that this engine breaks at where an event does not have it,
   * because of the event's version.
   */
  breaksWithout?: string;
  resultOf: Readonly<Record<Outcome, Results>>;
}

/** An expression as an engine reads it. */
export interface PreparedExpression {
  /** As written. */
  text: string;
  /** The attributes that it asks for. */
  attributes: readonly string[];
  /** Whether it calls a function whose answer is not known here. */
  needsBroker: boolean;
  /** What it can come to for the events of a type. */
  outcomesFor(
    knowledge: EventTypeKnowledge,
    question?: ExpressionQuestion,
  ): ExpressionResults;
}

/** Changes to the question what an expression can come to. */
export interface ExpressionQuestion {
  /** An attribute that the events come without. */
  absent?: string;
  /** Leave values out of account for which the engine's LIKE has faults. */
  plainTexts?: boolean;
}

/** What an expression can come to, and what that hangs on. */
export interface ExpressionResults {
  results: Results;
  /** Names of attributes; empty if the results hang on none. */
  hangsOn: readonly string[];
  /** Whether the expression is more than is evaluated here. */
  isLimited: boolean;
}

const canBeAbsent = new Set<CesqlKnowledge['state']>([
  'absent',
  'optional',
  'unknown',
]);

/** Makes an expression ready for many questions. */
export function prepareExpression(
  expression: Expression,
  { engine, castsValue, seen, breaksWithout, resultOf }: ExpressionEngine,
): PreparedExpression {
  const asked = castsValue ? asBoolean(expression) : expression;
  const attributes = attributesOf(expression, engine);

  const ask = (
    known: readonly (readonly [string, CesqlKnowledge])[],
    plainTexts?: boolean,
  ): ExpressionResults => {
    const { outcomes, hangsOn, isLimited } = possibleOutcomes(
      asked,
      Object.fromEntries(known),
      { engine, functions, unknownTexts: plainTexts ? 'plain' : 'any' },
    );
    let results: Results = known.some(
      ([name, { state }]) => name === breaksWithout && canBeAbsent.has(state),
    )
      ? BREAKS
      : 0;
    for (const outcome of outcomes) {
      results |= resultOf[outcome];
    }
    return {
      results,
      hangsOn: [
        ...new Set([
          ...hangsOn.map(({ name }) => name),
          ...(results & BREAKS && breaksWithout ? [breaksWithout] : []),
        ]),
      ],
      isLimited,
    };
  };

  return {
    text: expression.text,
    attributes,
    needsBroker: calls(expression.root, VERIFY_CORRELATION_ID),
    outcomesFor(knowledge, { absent, plainTexts } = {}) {
      const known = attributes.map(
        name => [name, seen(name, knowledge.of(name))] as const,
      );
      const shortenable = known.flatMap(([name, { value }]) =>
        value.kind === 'template' && value.mayLoseEnd ? [name] : [],
      );
      const answers = subsets(shortenable).map(shortened =>
        ask(
          known.map(([name, of]) => [
            name,
            name === absent
              ? { state: 'absent' }
              : toCesql(of, shortened.includes(name)),
          ]),
          plainTexts,
        ),
      );
      return answers.length === 1 ? answers[0] : joined(answers, shortenable);
    },
  };
}

/** Everything that one of the answers has. */
function joined(
  answers: readonly ExpressionResults[],
  differsBy: readonly string[],
): ExpressionResults {
  const results = answers.reduce((sum, answer) => sum | answer.results, 0);
  const isOpen = answers.some(answer => answer.results !== results);
  const hangsOn = answers
    .flatMap(answer => answer.hangsOn)
    .concat(isOpen ? differsBy : []);
  return {
    results,
    hangsOn: [...new Set(hangsOn)].sort(),
    isLimited: answers.some(answer => answer.isLimited),
  };
}

function attributesOf(
  { attributes }: Expression,
  engine: ExpressionEngine['engine'],
): string[] {
  const inLowerCase = attributes.map(name => name.toLowerCase());
  // Java looks names up as written, except after EXISTS.
  return [
    ...new Set(engine === 'go' ? inLowerCase : [...attributes, ...inLowerCase]),
  ];
}

function asBoolean(expression: Expression): Expression {
  const { root } = expression;
  const { start, end } = root;
  return {
    ...expression,
    root: { kind: 'call', name: 'BOOL', arguments: [root], start, end },
  };
}

function toCesql(
  { always, value }: AttributeKnowledge,
  withoutEnd: boolean,
): CesqlKnowledge {
  const form = formOf(value, withoutEnd);
  if (!form) {
    return { state: always ? 'present' : 'unknown' };
  }
  return always ? form : { state: 'optional', of: form };
}

function formOf(
  value: AttributeKnowledge['value'],
  withoutEnd: boolean,
): ExactAttribute | TemplateAttribute | undefined {
  switch (value.kind) {
    case 'exact':
      return { state: 'exact', value: value.text };
    case 'template': {
      const { texts, variables } = value.template;
      const end = variables.length - (withoutEnd ? 1 : 0);
      if (end === 0) {
        return { state: 'exact', value: texts[0] };
      }
      return {
        state: 'template',
        parts: texts
          .slice(0, end + 1)
          .flatMap((text, index) =>
            index < end ? [text, { variable: variables[index] }] : [text],
          )
          .filter(part => part !== ''),
      };
    }
    default:
      return undefined;
  }
}

function subsets(names: readonly string[]): string[][] {
  return names.reduce<string[][]>(
    (found, name) => [...found, ...found.map(subset => [...subset, name])],
    [[]],
  );
}

function calls(node: ExpressionNode, name: string): boolean {
  switch (node.kind) {
    case 'call':
      return (
        node.name === name ||
        node.arguments.some(argument => calls(argument, name))
      );
    case 'in':
      return [node.operand, ...node.elements].some(part => calls(part, name));
    case 'logic':
    case 'comparison':
    case 'arithmetic':
      return calls(node.left, name) || calls(node.right, name);
    case 'not':
    case 'negate':
    case 'like':
      return calls(node.operand, name);
    default:
      return false;
  }
}
