import type { Result } from '../result';

/** One thing that must hold, and whether it does. */
export interface Verdict {
  target: string;
  measured: string;
  isMet: boolean;
}

/** How many times the wall time of the floor our service may take. */
const largestRatios: Readonly<Record<string, number>> = {
  '100': 1.5,
  '1000': 1.3,
  '10000': 1.2,
};

/** How many times longer 10,000 Triggers may take than 1,000. */
const largestGrowth = 11;

/** Holds our service to its targets, as far as their sizes were measured. */
export function verdicts(results: readonly Result[]): Verdict[] {
  const find = (dataSet: string, candidate: string) =>
    results.find(
      result => result.dataSet === dataSet && result.candidate === candidate,
    );
  const sizes = Object.keys(largestRatios);
  const services = sizes.flatMap(size => find(size, 'service') ?? []);
  const [thousand, tenThousand] = [
    find('1000', 'service'),
    find('10000', 'service'),
  ];
  return [
    ...services.flatMap(service => {
      const { dataSet } = service;
      const floor = find(dataSet, 'floor');
      return floor
        ? atMost(
            `wall at ${dataSet} Triggers, times the floor`,
            service.wall.median / floor.wall.median,
            largestRatios[dataSet],
          )
        : [];
    }),
    ...(thousand && tenThousand
      ? [
          atMost(
            'wall at 10000 Triggers, times that at 1000',
            tenThousand.wall.median / thousand.wall.median,
            largestGrowth,
          ),
        ]
      : []),
    ...(services.length > 1 ? [sameRequests(services)] : []),
  ];
}

function atMost(what: string, measured: number, limit: number): Verdict {
  return {
    target: `${what}: at most ${limit}`,
    measured: measured.toFixed(2),
    isMet: measured <= limit,
  };
}

function sameRequests(services: readonly Result[]): Verdict {
  const counts = services.map(({ asked }) => asked.requests);
  return {
    target: 'requests: as many for any number of Triggers',
    measured: counts.join(', '),
    isMet: new Set(counts).size === 1,
  };
}
