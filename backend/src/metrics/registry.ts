import { MOST_SERIES, Series, type Labels } from './series';

/** A value that only grows. */
export interface Counter<L extends string> {
  add(labels: Labels<L>): void;
}

/** A value that is set. */
export interface Gauge<L extends string> {
  /** Replaces all values; what is not among them has none any more. */
  set(values: Iterable<readonly [Labels<L>, number]>): void;
}

/** How often something took how long. */
export interface Histogram<L extends string> {
  observe(labels: Labels<L>, seconds: number): void;
}

/** What every metric is made of. */
export interface MetricDescription<L extends string> {
  name: string;
  help: string;
  labels: readonly L[];
}

/** Metrics, and their text in the Prometheus exposition format, version 0.0.4. */
export interface Registry {
  counter<L extends string>(metric: MetricDescription<L>): Counter<L>;
  gauge<L extends string>(
    metric: MetricDescription<L>,
    /** Called for each text, where the value is only known then. */
    collect?: () => Iterable<readonly [Labels<L>, number]>,
  ): Gauge<L>;
  /** @param buckets - upper bounds in seconds, ascending */
  histogram<L extends string>(
    metric: MetricDescription<L>,
    buckets: readonly number[],
  ): Histogram<L>;
  toText(): string;
}

/** `Content-Type` of the text. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Makes an empty registry. */
export function createRegistry(): Registry {
  const metrics: (() => string[])[] = [];
  return {
    counter(metric) {
      const values = new Series(metric.labels, () => ({ count: 0 }));
      metrics.push(() => [
        ...heading(metric, 'counter'),
        ...values.map((labels, { count }) => line(metric.name, labels, count)),
      ]);
      return {
        add(labels) {
          values.of(labels).count++;
        },
      };
    },
    gauge<L extends string>(
      metric: MetricDescription<L>,
      collect?: () => Iterable<readonly [Labels<L>, number]>,
    ): Gauge<L> {
      let values: readonly (readonly [Labels<L>, number])[] = [];
      metrics.push(() => [
        ...heading(metric, 'gauge'),
        ...[...(collect?.() ?? values)].map(([labels, value]) =>
          line(metric.name, labels, value),
        ),
      ]);
      return {
        set(newValues) {
          values = [...newValues].slice(0, MOST_SERIES);
        },
      };
    },
    histogram(metric, buckets) {
      const values = new Series(metric.labels, () => ({
        counts: buckets.map(() => 0),
        count: 0,
        sum: 0,
      }));
      metrics.push(() => [
        ...heading(metric, 'histogram'),
        ...values.map((labels, { counts, count, sum }) =>
          [
            ...buckets.map((bound, index) =>
              line(
                `${metric.name}_bucket`,
                { ...labels, le: String(bound) },
                counts[index],
              ),
            ),
            line(`${metric.name}_bucket`, { ...labels, le: '+Inf' }, count),
            line(`${metric.name}_sum`, labels, sum),
            line(`${metric.name}_count`, labels, count),
          ].join('\n'),
        ),
      ]);
      return {
        observe(labels, seconds) {
          const value = values.of(labels);
          value.count++;
          value.sum += seconds;
          buckets.forEach((bound, index) => {
            value.counts[index] += seconds <= bound ? 1 : 0;
          });
        },
      };
    },
    toText: () =>
      metrics
        .flatMap(write => write())
        .map(text => `${text}\n`)
        .join(''),
  };
}

function heading(
  { name, help }: { name: string; help: string },
  type: string,
): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function line(
  name: string,
  labels: Readonly<Record<string, string>>,
  value: number,
): string {
  const pairs = Object.entries(labels).map(
    ([label, text]) => `${label}="${escapeLabel(text)}"`,
  );
  return `${name}${pairs.length > 0 ? `{${pairs.join()}}` : ''} ${value}`;
}

function escapeLabel(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');
}
