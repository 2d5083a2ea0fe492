import type { LinkSummary } from 'backstage-plugin-knative-event-mesh-common';

/** Longer values lose their beginning: event types differ at the end. */
const longestValue = 22;

/** What a filter asks for first, and how much more it asks for. */
export interface ShortFilter {
  /** Such as `type=com.example.paid`, `CESQL` or `any (2)`. */
  text: string;
  /** How many further conditions have to be met, too. */
  others: number;
}

/**
 * The filter of a Trigger in a few letters, for the line that stands for it.
 * Undefined if every event passes, as through a Subscription.
 */
export function shortFilter({
  filter,
  filters,
}: LinkSummary): ShortFilter | undefined {
  const conditions =
    filters === undefined
      ? filter.map(({ name, value }) => condition(name, value || '*'))
      : parse(filters).flatMap(describeElement);
  const [first, ...others] = conditions;
  if (first !== undefined) {
    return { text: first, others: others.length };
  }
  // Filters that are cut, or of a form that nobody knows.
  return filters === undefined ? undefined : { text: '{…}', others: 0 };
}

/** A short filter as one text: `type=com.example.paid +2`. */
export function shortFilterText({ text, others }: ShortFilter): string {
  return others > 0 ? `${text} +${others}` : text;
}

function parse(filters: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(filters);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function describeElement(element: unknown): string[] {
  if (typeof element !== 'object' || element === null) {
    return [];
  }
  return Object.entries(element).flatMap(([dialect, content]) =>
    describeDialect(dialect, content),
  );
}

function describeDialect(dialect: string, content: unknown): string[] {
  switch (dialect) {
    case 'cesql':
      return ['CESQL'];
    case 'exact':
      return attributes(content, value => value);
    case 'prefix':
      return attributes(content, value => `${value}…`);
    case 'suffix':
      return attributes(content, value => `…${value}`);
    case 'all':
      return Array.isArray(content) ? content.flatMap(describeElement) : [];
    case 'any':
      return [`any (${Array.isArray(content) ? content.length : 1})`];
    case 'not':
      return [`not ${describeElement(content).join(' ')}`.trim()];
    default:
      return [dialect];
  }
}

function attributes(
  content: unknown,
  describe: (value: string) => string,
): string[] {
  return typeof content === 'object' && content !== null
    ? Object.entries(content).map(([name, value]) =>
        condition(name, describe(String(value))),
      )
    : [];
}

function condition(name: string, value: string): string {
  const short =
    value.length > longestValue
      ? `…${value.slice(-longestValue + 1).replace(/^[.…]+/, '')}`
      : value;
  return `${name}=${short}`;
}
