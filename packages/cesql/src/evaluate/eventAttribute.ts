import {
  countsAsAbsent,
  isAttributeName,
  isRequired,
  lookUp,
} from '../attributes';
import type { Value } from '../values/values';
import type { Run } from './run';

export function exists(name: string, run: Run): boolean {
  return isRequired(name) || valueOf(name, run) !== undefined;
}

export function valueOf(
  name: string,
  { event, engine }: Run,
): Value | undefined {
  const value = lookUp(event, name);
  if (!isAttributeName(name) || countsAsAbsent(name, value, engine)) {
    return undefined;
  }
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return (value | 0) === value ? value + 0 : String(value);
    default:
      return undefined;
  }
}
