/** The value of each label of a metric, by its name. */
export type Labels<L extends string> = Readonly<Record<L, string>>;

/**
 * Of one metric: whatever the labels are made of, a metric must not grow for ever.
 * What comes after that many counts under the label `other`.
 */
export const MOST_SERIES = 500;

/** What a metric has counted, by its labels. */
export class Series<L extends string, V> {
  private readonly values = new Map<string, { labels: Labels<L>; value: V }>();
  private readonly names: readonly L[];
  private readonly create: () => V;

  constructor(names: readonly L[], create: () => V) {
    this.names = names;
    this.create = create;
  }

  of(labels: Labels<L>): V {
    const key = JSON.stringify(this.names.map(name => labels[name]));
    const known = this.values.get(key);
    if (known) {
      return known.value;
    }
    const others = Object.fromEntries(
      this.names.map(name => [name, 'other']),
    ) as Labels<L>;
    const isOther = this.names.every(name => labels[name] === 'other');
    if (this.values.size >= MOST_SERIES - 1 && !isOther) {
      return this.of(others);
    }
    const value = this.create();
    this.values.set(key, { labels, value });
    return value;
  }

  map<T>(write: (labels: Labels<L>, value: V) => T): T[] {
    return [...this.values.values()].map(({ labels, value }) =>
      write(labels, value),
    );
  }
}
