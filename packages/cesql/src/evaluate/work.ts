import type { Problem } from './evaluationError';

/**
 * What is left of the work that one evaluation may cost, in steps of about one
 * character. Without it, a hostile expression on a hostile value takes minutes.
 */
export interface Work {
  left: number;
}

/** About a tenth of a second. */
const most = 5_000_000;

export function startWork(): Work {
  return { left: most };
}

export function spend(work: Work, steps: number) {
  work.left -= steps;
}

export function isExhausted(work: Work): boolean {
  return work.left < 0;
}

export const exhausted: Problem = {
  kind: 'GenericError',
  message:
    'The evaluation takes more steps than are allowed: the expression or the values are too long.',
};
