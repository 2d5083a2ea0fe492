import { isRequired } from '../attributes';
import { isExhausted, spend } from '../evaluate/work';
import { isFailFast, type AbstractRun } from './abstractRun';
import { constant } from './abstractValue';
import type { AttributeKnowledge } from './attributeKnowledge';
import { knowledgeWith, valuesOf } from './attributeState';
import {
  fromTruth,
  nothing,
  possibilities,
  present,
  type Possibilities,
} from './possibilities';
import type { Facts } from './presence';

export function attribute(
  name: string,
  run: AbstractRun,
  facts: Facts | undefined,
): Possibilities {
  const known = knowledgeWith(facts, name, run.knowledge, run.engine);
  spend(run.work, sizeOf(known));
  const values = isExhausted(run.work)
    ? []
    : valuesOf(name, known, run.engine, run.free);
  const canBeAbsent = !isAlwaysThere(known);
  return possibilities(
    [
      ...values.map(present),
      ...(canBeAbsent && !isFailFast(run)
        ? [{ value: constant(false), isMissing: true }]
        : []),
    ],
    canBeAbsent && isFailFast(run),
    known.state === 'exact' ? nothing : new Set([name]),
  );
}

export function exists(
  name: string,
  run: AbstractRun,
  facts: Facts | undefined,
): Possibilities {
  const known = knowledgeWith(facts, name, run.knowledge, run.engine);
  const canBeTrue = isRequired(name) || known.state !== 'absent';
  const canBeFalse = !isRequired(name) && !isAlwaysThere(known);
  return possibilities(
    fromTruth({ canBeTrue, canBeFalse }),
    false,
    new Set([name]),
  );
}

function isAlwaysThere({ state }: AttributeKnowledge): boolean {
  return state === 'exact' || state === 'template' || state === 'present';
}

function sizeOf(known: AttributeKnowledge): number {
  switch (known.state) {
    case 'exact':
      return String(known.value).length;
    case 'template':
      return known.parts.reduce(
        (size, part) => size + (typeof part === 'string' ? part.length : 1),
        0,
      );
    case 'optional':
      return sizeOf(known.of);
    default:
      return 1;
  }
}
