import { parse, type ParseResult } from 'cesql';

/** Pairs of an attribute and what is asked of it. */
export type AttributeValues = readonly (readonly [string, string])[];

/**
 * An element of `spec.filters`, as stored (eventing pkg/apis/eventing/v1
 * SubscriptionsAPIFilter). What is absent here is absent or null there.
 */
export interface FilterElement {
  exact?: AttributeValues;
  prefix?: AttributeValues;
  suffix?: AttributeValues;
  all?: readonly FilterElement[];
  any?: readonly FilterElement[];
  not?: FilterElement;
  cesql?: { text: string; parsed: ParseResult };
}

/** Elements within elements beyond this are not evaluated. */
export const GREATEST_DEPTH = 50;

/** More elements, attributes included, are not evaluated. */
export const MOST_CONDITIONS = 1_000;

/** Why `spec.filters` cannot be evaluated. */
export type FilterProblem = 'malformed' | 'tooLarge';

class Unreadable extends Error {
  constructor(readonly problem: FilterProblem) {
    super(problem);
  }
}

class Reader {
  private conditions = 0;

  elements(list: unknown, depth: number): FilterElement[] {
    if (!Array.isArray(list)) {
      throw new Unreadable('malformed');
    }
    return list.map(element => this.element(element, depth));
  }

  private element(value: unknown, depth: number): FilterElement {
    this.count();
    if (depth > GREATEST_DEPTH) {
      throw new Unreadable('tooLarge');
    }
    if (value === null) {
      return {};
    }
    if (!isRecord(value)) {
      throw new Unreadable('malformed');
    }
    const element: FilterElement = {};
    for (const dialect of ['exact', 'prefix', 'suffix'] as const) {
      if (isThere(value[dialect])) {
        element[dialect] = this.attributeValues(value[dialect]);
      }
    }
    for (const dialect of ['all', 'any'] as const) {
      if (isThere(value[dialect])) {
        element[dialect] = this.elements(value[dialect], depth + 1);
      }
    }
    if (isThere(value.not)) {
      element.not = this.element(value.not, depth + 1);
    }
    if (isThere(value.cesql)) {
      if (typeof value.cesql !== 'string') {
        throw new Unreadable('malformed');
      }
      if (value.cesql) {
        element.cesql = { text: value.cesql, parsed: parse(value.cesql) };
      }
    }
    return element;
  }

  private attributeValues(value: unknown): AttributeValues {
    if (!isRecord(value)) {
      throw new Unreadable('malformed');
    }
    return Object.entries(value).map(([name, wanted]) => {
      this.count();
      // Go reads null into an empty string.
      const text = wanted ?? '';
      if (typeof text !== 'string') {
        throw new Unreadable('malformed');
      }
      return [name, text];
    });
  }

  private count() {
    this.conditions += 1;
    if (this.conditions > MOST_CONDITIONS) {
      throw new Unreadable('tooLarge');
    }
  }
}

/**
 * Reads `spec.filters`. The webhook lets nothing malformed through, but it may
 * have been away.
 */
export function parseFilters(
  filters: readonly unknown[],
): FilterElement[] | FilterProblem {
  const reader = new Reader();
  try {
    return reader.elements(filters, 0);
  } catch (error) {
    if (error instanceof Unreadable) {
      return error.problem;
    }
    throw error;
  }
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
