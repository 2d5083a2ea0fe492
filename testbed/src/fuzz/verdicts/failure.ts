import type { KnativeEngines } from '../engines/knativeEngines';
import { fits } from '../events/fits';
import { readDeclaredAttributes } from '../eventTypes/declaredAttributes';
import type { FuzzCase } from '../fuzzCase';
import { shrink } from '../shrink/shrink';
import { examine, type Examination } from './examine';
import { ThrownVerdict } from './judge';

/** Something that the run was to show does not happen. */
export interface Failure {
  /** The number of the case in the run. */
  number: number;
  kind: FailureKind;
  fuzzCase: FuzzCase;
}

export type FailureKind =
  /** A `yes` that was not delivered, or a `no` that was. */
  | 'wrong'
  /** A `maybe` although everything that counts is known. */
  | 'needless maybe'
  /** The code under test has thrown or disagrees with itself. */
  | 'thrown';

/** Which failure an examined case is, if it is one. */
export function failureOf(examination: Examination): FailureKind | undefined {
  if (examination.wrong) {
    return 'wrong';
  }
  return examination.needlessMaybe === 'no excuse'
    ? 'needless maybe'
    : undefined;
}

/** The smallest case found that fails in the same way. */
export async function shrinkFailure(
  { fuzzCase, kind }: Failure,
  engines: KnativeEngines,
): Promise<FuzzCase> {
  const look = async (smaller: FuzzCase) => {
    try {
      const examined = await examine(smaller, engines, {
        wantsValidation: true,
      });
      const { match } = examined.verdict;
      const isRefused = Boolean(examined.invalid);
      return { kind: failureOf(examined), match, isRefused };
    } catch (error) {
      if (error instanceof ThrownVerdict) {
        return { kind: 'thrown' };
      }
      throw error;
    }
  };
  const before = await look(fuzzCase);
  return shrink(fuzzCase, async smaller => {
    const declared = readDeclaredAttributes(smaller.eventType);
    if (!smaller.events.every(event => fits(event, declared))) {
      return false;
    }
    const after = await look(smaller);
    return (
      after.kind === kind &&
      after.match === before.match &&
      // A trigger that can be stored is not shrunk to one that cannot.
      after.isRefused === before.isRefused
    );
  });
}
