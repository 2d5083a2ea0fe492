import { certain, open, type AbstractValue, type Truth } from './abstractValue';
import { areDisjoint, contains } from './template';

/** Whether values of two sets, of the same type, can be equal or not. */
export function equality(left: AbstractValue, right: AbstractValue): Truth {
  if (left.kind === 'constant' && right.kind === 'constant') {
    return certain(left.value === right.value);
  }
  if (left.kind === 'template' && right.kind === 'template') {
    return areDisjoint(left, right) ? certain(false) : open;
  }
  if (left.kind === 'template' && right.kind === 'constant') {
    return contains(left, String(right.value)) ? open : certain(false);
  }
  if (left.kind === 'constant' && right.kind === 'template') {
    return equality(right, left);
  }
  return open;
}
