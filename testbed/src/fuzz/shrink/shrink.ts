import type { FuzzCase } from '../fuzzCase';
import { smallerCases } from './smaller';

/** How many smaller cases are tried at most. */
const mostAttempts = 5_000;

/**
 * The smallest case that can be reached by one smaller one after the other, all
 * of which show the same.
 */
export async function shrink(
  fuzzCase: FuzzCase,
  showsTheSame: (smaller: FuzzCase) => Promise<boolean>,
): Promise<FuzzCase> {
  let smallest = fuzzCase;
  let attempts = 0;
  let isSmaller = true;
  while (isSmaller) {
    isSmaller = false;
    for (const smaller of smallerCases(smallest)) {
      attempts += 1;
      if (attempts > mostAttempts) {
        return smallest;
      }
      if (sizeOf(smaller) < sizeOf(smallest) && (await showsTheSame(smaller))) {
        smallest = smaller;
        isSmaller = true;
        break;
      }
    }
  }
  return smallest;
}

function sizeOf(fuzzCase: FuzzCase): number {
  return JSON.stringify(fuzzCase).length;
}
