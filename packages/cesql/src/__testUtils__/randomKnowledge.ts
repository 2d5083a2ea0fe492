import type {
  AttributeKnowledge,
  EventKnowledge,
  ExactAttribute,
  TemplateAttribute,
} from '../knowledge/attributeKnowledge';
import type { Value } from '../values/values';
import type { Random } from './random';
import { attributeNames, texts } from './randomExpression';

const required = ['type', 'source', 'id'];
const strings = [...required, 'subject', 'time'];

export function randomKnowledge(random: Random): EventKnowledge {
  return Object.fromEntries(
    attributeNames.map(name => [name, knowledge(name, random)]),
  );
}

/** Every attribute that the tests name is exact or absent. */
export function exactKnowledge(random: Random): EventKnowledge {
  return Object.fromEntries(
    attributeNames.map(name => [
      name,
      required.includes(name) || random.chance(0.7)
        ? exact(name, random)
        : { state: 'absent' },
    ]),
  );
}

function knowledge(name: string, random: Random): AttributeKnowledge {
  switch (random.upTo(8)) {
    case 0:
      return { state: 'unknown' };
    case 1:
      return { state: 'present' };
    case 2:
      return { state: 'optional', of: exact(name, random) };
    case 3:
      return { state: 'optional', of: template(random) };
    case 4:
      return { state: 'absent' };
    case 5:
    case 6:
      return template(random);
    default:
      return exact(name, random);
  }
}

function exact(name: string, random: Random): ExactAttribute {
  return { state: 'exact', value: value(name, random) };
}

function template(random: Random): TemplateAttribute {
  return {
    state: 'template',
    parts: Array.from({ length: 1 + random.upTo(3) }, () =>
      random.chance(0.5)
        ? random.pick(['/a/', 'a.', '/c', 'b', '1', 'tr', '-', '%', ''])
        : { variable: 'x' },
    ),
  };
}

/** An event of which the knowledge is true. */
export function randomEvent(
  known: EventKnowledge,
  random: Random,
): Record<string, Value> {
  const event: Record<string, Value> = {};
  for (const [name, attribute] of Object.entries(known)) {
    const found = concrete(name, attribute, random);
    if (found !== undefined) {
      event[name] = found;
    }
  }
  return event;
}

function concrete(
  name: string,
  known: AttributeKnowledge,
  random: Random,
): Value | undefined {
  const isRequired = required.includes(name);
  switch (known.state) {
    case 'exact':
      return known.value;
    case 'template':
      return known.parts
        .map(part => (typeof part === 'string' ? part : variable(name, random)))
        .join('');
    case 'present':
      return value(name, random);
    case 'optional':
      return isRequired || random.chance(0.5)
        ? concrete(name, known.of, random)
        : undefined;
    case 'absent':
      return isRequired ? value(name, random) : undefined;
    default:
      return isRequired || random.chance(0.6) ? value(name, random) : undefined;
  }
}

function variable(name: string, random: Random): string {
  const text = random.chance(0.3)
    ? random.pick(['b', 'ue', '1', '%', '%20', 'x\u2028y', '.b', 'b/c'])
    : random.pick(texts) || 'z';
  return canBe(name, text) ? text : 'z';
}

/** URIs have no line ends. */
function canBe(name: string, text: string): boolean {
  return name !== 'source' || !text.includes('\u2028');
}

function value(name: string, random: Random): Value {
  if (!strings.includes(name) && random.chance(0.3)) {
    return random.pick([true, false, 0, 1, 12, -7, -2_147_483_648]);
  }
  const fitting = texts.filter(text => canBe(name, text));
  // What is required is not empty.
  return random.pick(fitting) || (strings.includes(name) ? 'something' : '');
}
