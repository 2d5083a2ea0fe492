import type { FilterElement, FuzzCase, SentEvent } from '../fuzzCase';

/**
 * Smaller cases that may show the same, the smallest first, and each of them
 * smaller than the given one.
 */
export function* smallerCases(fuzzCase: FuzzCase): Generator<FuzzCase> {
  const { eventType, askedBefore, trigger, events, earlier } = fuzzCase;
  for (const fewer of withoutSome(events, 1)) {
    yield { ...fuzzCase, events: fewer };
  }
  for (const fewer of withoutSome(askedBefore)) {
    yield { ...fuzzCase, askedBefore: fewer };
  }
  for (const fewer of withoutSome(earlier)) {
    yield { ...fuzzCase, earlier: fewer };
  }
  if (trigger.filter && trigger.filters?.length) {
    yield { ...fuzzCase, trigger: { filters: trigger.filters } };
  }
  for (const filters of smallerElements(trigger.filters ?? [])) {
    yield { ...fuzzCase, trigger: { ...trigger, filters } };
  }
  for (const filter of withoutSomeKeys(trigger.filter)) {
    yield { ...fuzzCase, trigger: { ...trigger, filter } };
  }
  for (const attributes of withoutSome(eventType.attributes ?? [])) {
    yield { ...fuzzCase, eventType: { ...eventType, attributes } };
  }
  for (const key of ['source', 'schema', 'attributes'] as const) {
    if (eventType[key] !== undefined) {
      yield { ...fuzzCase, eventType: { ...eventType, [key]: undefined } };
    }
  }
  for (const list of ['events', 'earlier'] as const) {
    for (const [index, event] of fuzzCase[list].entries()) {
      for (const attributes of withoutSomeKeys(event.attributes)) {
        yield {
          ...fuzzCase,
          [list]: fuzzCase[list].with(index, { ...event, attributes }),
        };
      }
    }
  }
  yield* withShorterTexts(fuzzCase);
}

/** Without half of a list, without a quarter of it, … without one. */
function* withoutSome<T>(list: readonly T[], least = 0): Generator<T[]> {
  for (let size = list.length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < list.length; start += size) {
      const rest = [...list.slice(0, start), ...list.slice(start + size)];
      if (rest.length >= least) {
        yield rest;
      }
    }
  }
}

function* withoutSomeKeys<T>(
  record: Readonly<Record<string, T>> = {},
): Generator<Record<string, T>> {
  for (const entries of withoutSome(Object.entries(record))) {
    yield Object.fromEntries(entries);
  }
}

function* smallerElements(
  elements: readonly FilterElement[],
): Generator<FilterElement[]> {
  yield* withoutSome(elements);
  for (const [index, element] of elements.entries()) {
    for (const smaller of smallerElement(element)) {
      yield elements.with(index, smaller);
    }
  }
}

function* smallerElement(element: FilterElement): Generator<FilterElement> {
  const { all = [], any = [], not } = element;
  yield* [...all, ...any];
  if (not) {
    yield not;
    for (const smaller of smallerElement(not)) {
      yield { ...element, not: smaller };
    }
  }
  for (const key of Object.keys(element)) {
    if (Object.keys(element).length > 1) {
      yield { ...element, [key]: undefined };
    }
  }
  for (const list of ['all', 'any'] as const) {
    if (element[list]) {
      for (const smaller of smallerElements(element[list])) {
        yield { ...element, [list]: smaller };
      }
    }
  }
  for (const texts of ['exact', 'prefix', 'suffix'] as const) {
    if (element[texts]) {
      for (const smaller of withoutSomeKeys(element[texts])) {
        yield { ...element, [texts]: smaller };
      }
    }
  }
  if (element.cesql) {
    for (const tokens of withoutSome(tokensOf(element.cesql))) {
      yield { ...element, cesql: tokens.join('').trim() };
    }
  }
}

function tokensOf(expression: string): string[] {
  return (
    expression.match(
      /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[a-zA-Z0-9_]+\s*|\s+|[^]/g,
    ) ?? []
  );
}

/**
 * Texts are shortened everywhere at once, because what an event type says, what
 * its events have and what a filter asks for hang together.
 */
function* withShorterTexts(fuzzCase: FuzzCase): Generator<FuzzCase> {
  const texts = new Set<string>();
  mapTexts(fuzzCase, text => {
    texts.add(text);
    return text;
  });
  const byLength = [...texts].sort((a, b) => b.length - a.length);
  for (const text of byLength) {
    const replacedBy = (shorter: string) =>
      mapTexts(fuzzCase, found => found.replaceAll(text, shorter));
    if (text.length > 1) {
      yield replacedBy('a');
    }
    for (const characters of withoutSome([...text], 1)) {
      yield replacedBy(characters.join(''));
    }
  }
}

/** Another text for each value of an attribute, declared, sent or asked for. */
function mapTexts(
  fuzzCase: FuzzCase,
  change: (text: string) => string,
): FuzzCase {
  const { eventType, trigger, events, earlier } = fuzzCase;
  const { type, source, schema, attributes } = eventType;
  const inEvent = (event: SentEvent) => ({
    ...event,
    attributes: mapValue(event.attributes, change),
  });
  return {
    ...fuzzCase,
    eventType: {
      ...mapValue({ type, source, schema }, change),
      attributes: attributes?.map(attribute => ({
        ...attribute,
        value: mapValue(attribute.value, change),
      })),
    },
    trigger: mapValue(trigger, change),
    events: events.map(inEvent),
    earlier: earlier.map(inEvent),
  };
}

/** The same with other texts, wherever they stand in it. */
function mapValue<T>(value: T, change: (text: string) => string): T;
function mapValue(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map(inner => mapValue(inner, change));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        mapValue(inner, change),
      ]),
    );
  }
  return value;
}
