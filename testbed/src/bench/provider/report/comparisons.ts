import type { PollKind, ProviderResult } from '../result';

/** How the results of one run compare with each other, one line each. */
export function comparisons(results: readonly ProviderResult[]): string[] {
  const sizes = [...new Set(results.map(({ entities }) => entities))].sort(
    (left, right) => left - right,
  );
  const find = (entities: number, kind: PollKind) =>
    results.find(
      result => result.entities === entities && result.kind === kind,
    );
  const kinds: PollKind[] = ['first load', 'unchanged', 'one change'];
  return [
    ...sizes
      .slice(1)
      .flatMap((size, index) =>
        kinds.flatMap(kind =>
          compare(
            `${kind}: ${size} entities to ${sizes[index]}`,
            find(size, kind),
            find(sizes[index], kind),
          ),
        ),
      ),
    ...sizes.flatMap(size =>
      compare(
        `${size} entities: one change to unchanged`,
        find(size, 'one change'),
        find(size, 'unchanged'),
      ),
    ),
    ...results.flatMap(describeProcessor),
  ];
}

/** How much of the catalog's work for an entity is that of our processor. */
function describeProcessor({
  entities,
  processor,
  cpuMilliseconds,
  cpuUntilRestMilliseconds,
}: ProviderResult): string[] {
  if (!processor || cpuUntilRestMilliseconds === undefined) {
    return [];
  }
  const whole =
    ((cpuUntilRestMilliseconds - cpuMilliseconds) / entities) * 1_000;
  const { ownMicroseconds, otherMicroseconds } = processor;
  return [
    `${entities} entities: our processor takes ${ownMicroseconds.toFixed(
      1,
    )} µs of CPU for an entity of the mesh, of ${whole.toFixed(
      0,
    )} µs that the catalog takes for it after the first load, and ${otherMicroseconds.toFixed(
      2,
    )} µs for an entity of somebody else`,
  ];
}

function compare(
  what: string,
  one: ProviderResult | undefined,
  other: ProviderResult | undefined,
): string[] {
  if (!one || !other) {
    return [];
  }
  const wall = (one.wall.median / other.wall.median).toFixed(1);
  const cpu = (one.cpuMilliseconds / other.cpuMilliseconds).toFixed(1);
  return [`${what}: wall ${wall} times, CPU ${cpu} times`];
}
