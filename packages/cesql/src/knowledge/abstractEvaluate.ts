import { existsNameOf, nameOf } from '../attributes';
import { spend } from '../evaluate/work';
import { findFunction } from '../functions/functions';
import { breaksJava } from '../like/pattern';
import type { CallNode, ExpressionNode, LikeNode } from '../syntax/ast';
import type { Value } from '../values/values';
import { attribute, exists } from './abstractAttribute';
import { arithmetic, comparison } from './abstractBinary';
import { call, missingCall } from './abstractCall';
import { abstractLike } from './abstractLike';
import { logic, unary } from './abstractLogic';
import { membership } from './abstractMembership';
import { castAll, held, type AbstractRun } from './abstractRun';
import { constant } from './abstractValue';
import {
  fromTruth,
  nothing,
  possibilities,
  present,
  type Possibilities,
} from './possibilities';
import { presenceWhen, type Facts } from './presence';

/**
 * Everything that a part of an expression can come to. Each case takes the steps
 * of the evaluator for sets of values; the tests hold the two against each other.
 */
export function possibilitiesOf(
  node: ExpressionNode,
  run: AbstractRun,
  facts?: Facts,
): Possibilities {
  const evaluate = (child: ExpressionNode, childFacts = facts) =>
    possibilitiesOf(child, run, childFacts);
  spend(run.work, 1);

  switch (node.kind) {
    case 'literal':
      return literal(node.value, run);
    case 'attribute':
      return attribute(nameOf(node.name, run.engine), run, facts);
    case 'exists':
      return exists(existsNameOf(node.name), run, facts);
    case 'not':
      return unary(evaluate(node.operand), 'boolean', run);
    case 'negate':
      return unary(evaluate(node.operand), 'integer', run);
    case 'logic':
      return logic(
        node.operator,
        evaluate(node.left),
        () =>
          evaluate(node.right, {
            here:
              node.operator === 'XOR'
                ? []
                : presenceWhen(node.left, node.operator === 'AND'),
            around: facts,
          }),
        run,
      );
    case 'comparison':
      return comparison(
        node.operator,
        evaluate(node.left),
        evaluate(node.right),
        run,
      );
    case 'arithmetic':
      return arithmetic(
        node.operator,
        evaluate(node.left),
        evaluate(node.right),
        run,
      );
    case 'like':
      return like(node, evaluate(node.operand), run);
    case 'in':
      return membership(
        evaluate(node.operand),
        node.elements.map(element => evaluate(element)),
        run,
      );
    default:
      return callOf(node, evaluate, run);
  }
}

function literal(value: Value, run: AbstractRun): Possibilities {
  const engineValue = typeof value === 'string' ? held(value, run) : value;
  return possibilities([present(constant(engineValue))], false, nothing);
}

function like(
  node: LikeNode,
  operand: Possibilities,
  run: AbstractRun,
): Possibilities {
  const { name } = run.engine;
  if (name === 'java' && breaksJava(node.pattern)) {
    run.isLimited = true;
  }
  const pattern = held(node.pattern, run);
  const { values, mayFail } = castAll(operand.values, 'string', run);
  return possibilities(
    values.flatMap(value =>
      fromTruth(abstractLike(value, pattern, name, run.work)),
    ),
    operand.mayFail || mayFail,
    operand.hangsOn,
  );
}

function callOf(
  node: CallNode,
  evaluate: (child: ExpressionNode) => Possibilities,
  run: AbstractRun,
): Possibilities {
  const callable = findFunction(
    run.functions,
    run.engine.name,
    node.name,
    node.arguments.length,
  );
  return callable
    ? call(
        callable,
        node.arguments.map(argument => evaluate(argument)),
        run,
      )
    : missingCall(run);
}
