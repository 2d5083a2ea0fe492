import { existsNameOf, nameOf } from '../attributes';
import { parameterType } from '../functions/callable';
import { findFunction } from '../functions/functions';
import { isLike } from '../like/like';
import { breaksJava } from '../like/pattern';
import type {
  ArithmeticNode,
  CallNode,
  ComparisonNode,
  ExpressionNode,
  InNode,
  LikeNode,
  LogicNode,
  Span,
} from '../syntax/ast';
import { typeOf, zeroOf, type Value } from '../values/values';
import { calculate } from './calculate';
import { compare } from './compare';
import { exists, valueOf } from './eventAttribute';
import { functionProblem, missingAttribute, missingFunction } from './problems';
import { castTo, fail, held, isStopped, type Run } from './run';
import { spend } from './work';

/**
 * A value on its way up. `isMissing`: it stands for an absent attribute, which
 * the operators around it must know in the mode `complete`.
 */
export interface Result {
  value: Value;
  isMissing: boolean;
}

/** The value of a part of an expression. */
export function resultOf(node: ExpressionNode, run: Run): Result {
  spend(run.work, 1);
  switch (node.kind) {
    case 'literal':
      return found(held(node.value, run));
    case 'attribute':
      return attribute(nameOf(node.name, run.engine), node, run);
    case 'exists':
      return found(exists(existsNameOf(node.name), run));
    case 'not': {
      const operand = resultOf(node.operand, run);
      return found(
        !isStopped(run) &&
          !operand.isMissing &&
          !castTo(operand.value, 'boolean', node, run) &&
          !isStopped(run),
      );
    }
    case 'negate': {
      const operand = resultOf(node.operand, run);
      return found(
        isStopped(run) || operand.isMissing
          ? 0
          : (0 - (castTo(operand.value, 'integer', node, run) as number)) | 0,
      );
    }
    case 'logic':
      return logic(node, run);
    case 'comparison':
      return found(comparison(node, run));
    case 'arithmetic':
      return found(arithmetic(node, run));
    case 'like':
      return found(like(node, run));
    case 'in':
      return found(isIn(node, run));
    default:
      return found(call(node, run));
  }
}

function attribute(name: string, node: Span, run: Run): Result {
  const value = valueOf(name, run);
  if (value === undefined) {
    fail(missingAttribute(name), node, run);
    return { value: false, isMissing: true };
  }
  return found(held(value, run));
}

function logic(node: LogicNode, run: Run): Result {
  const left = resultOf(node.left, run);
  if (isStopped(run)) {
    return found(false);
  }
  const first = castResult(left, node, run);
  if (isStopped(run)) {
    return found(false);
  }
  const isDecided =
    node.operator !== 'XOR' && first.value === (node.operator === 'OR');
  if (isDecided) {
    return first;
  }
  const right = resultOf(node.right, run);
  if (isStopped(run)) {
    return found(false);
  }
  const second = castResult(right, node, run);
  return node.operator === 'XOR'
    ? found(!isStopped(run) && first.value !== second.value)
    : second;
}

/** A boolean stays the same result: it may still stand for an absent attribute. */
function castResult(result: Result, node: Span, run: Run): Result {
  return typeof result.value === 'boolean'
    ? result
    : found(castTo(result.value, 'boolean', node, run));
}

function comparison(node: ComparisonNode, run: Run): Value {
  const operands = both(node, run);
  if (!operands) {
    return false;
  }
  const { left, right } = operands;
  if (node.operator === '=' || node.operator === '!=') {
    const same = castTo(left, typeOf(right), node, run) === right;
    return !isStopped(run) && same === (node.operator === '=');
  }
  const first = castTo(left, 'integer', node, run) as number;
  const second = castTo(right, 'integer', node, run) as number;
  return !isStopped(run) && compare(node.operator, first, second);
}

function arithmetic(node: ArithmeticNode, run: Run): Value {
  const operands = both(node, run);
  if (!operands) {
    return 0;
  }
  const left = castTo(operands.left, 'integer', node, run) as number;
  const right = castTo(operands.right, 'integer', node, run) as number;
  if (isStopped(run)) {
    return 0;
  }
  const { value, problem } = calculate(node.operator, left, right);
  if (problem) {
    fail(problem, node, run);
  }
  return value;
}

/** The values of both operands, unless one of them prevents the operation. */
function both(
  node: ComparisonNode | ArithmeticNode,
  run: Run,
): { left: Value; right: Value } | undefined {
  const left = resultOf(node.left, run);
  if (isStopped(run)) {
    return undefined;
  }
  const right = resultOf(node.right, run);
  if (isStopped(run) || left.isMissing || right.isMissing) {
    return undefined;
  }
  return { left: left.value, right: right.value };
}

function like(node: LikeNode, run: Run): Value {
  const operand = resultOf(node.operand, run);
  if (isStopped(run)) {
    return false;
  }
  const { name } = run.engine;
  if (name === 'java' && breaksJava(node.pattern)) {
    fail(
      {
        kind: 'GenericError',
        message:
          'The Java SDK takes what follows “\\E” in a pattern for a regular expression, which is not evaluated here.',
      },
      node,
      run,
    );
    return false;
  }
  return isLike(
    castTo(operand.value, 'string', node, run) as string,
    held(node.pattern, run) as string,
    name,
    run.work,
  );
}

function isIn(node: InNode, run: Run): Value {
  const operand = resultOf(node.operand, run);
  if (isStopped(run)) {
    return false;
  }
  const type = typeOf(operand.value);
  for (const elementNode of node.elements) {
    const element = resultOf(elementNode, run);
    if (isStopped(run)) {
      return false;
    }
    const value = castTo(element.value, type, node, run);
    if (isStopped(run)) {
      return false;
    }
    if (value === operand.value) {
      return true;
    }
  }
  return false;
}

function call(node: CallNode, run: Run): Value {
  const { name } = run.engine;
  const count = node.arguments.length;
  const callable = findFunction(run.functions, name, node.name, count);
  if (!callable) {
    fail(missingFunction(node.name, count), node, run);
    return false;
  }

  const values: Value[] = [];
  for (const [index, argumentNode] of node.arguments.entries()) {
    const { value } = resultOf(argumentNode, run);
    if (isStopped(run)) {
      return zeroOf(callable.returns);
    }
    const type = parameterType(callable, index);
    values.push(type === 'any' ? value : castTo(value, type, node, run));
    if (isStopped(run)) {
      return zeroOf(callable.returns);
    }
  }

  if (!callable.call) {
    const message = 'what this function answers is not known here.';
    fail(functionProblem(callable.name, message), node, run);
    return zeroOf(callable.returns);
  }
  const { value, problem } = callable.call(values, name);
  spend(run.work, typeof value === 'string' ? value.length : 1);
  if (problem) {
    fail(problem, node, run);
  }
  return value;
}

function found(value: Value): Result {
  return { value, isMissing: false };
}
