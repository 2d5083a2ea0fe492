import { drawEventType } from '../eventTypes/drawEventType';
import {
  readDeclaredAttributes,
  type DeclaredAttribute,
} from '../eventTypes/declaredAttributes';
import { createRandom } from '../random';
import { drawEvent, nothingDeclared } from './drawEvent';
import { fits } from './fits';

const drawMany = (
  declared: ReadonlyMap<string, DeclaredAttribute>,
  count = 200,
) => {
  const random = createRandom(1);
  return Array.from({ length: count }, () =>
    drawEvent(declared, random),
  ).filter(event => event !== undefined);
};

describe('drawEvent', () => {
  it('draws events that fit any event type', () => {
    const random = createRandom(1);
    const drawn = Array.from({ length: 2_000 }, () => {
      const declared = readDeclaredAttributes(drawEventType(random));
      return { declared, event: drawEvent(declared, random) };
    }).filter(({ event }) => event !== undefined);
    // Hostile names and values leave some event types without events.
    expect(drawn.length).toBeGreaterThan(1_700);
    expect(
      drawn.filter(({ event, declared }) => !fits(event!, declared)),
    ).toEqual([]);
  });

  it('takes what is declared, fills templates and leaves out what is optional', () => {
    const declared = readDeclaredAttributes({
      type: 'order',
      source: '/shop/{id}',
      attributes: [{ name: 'color', value: 'red' }],
    });
    const events = drawMany(declared).map(event => event.attributes);
    expect(events.every(({ type }) => type === 'order')).toBe(true);
    expect(
      events.every(({ source }) => /^\/shop\/[^]+$/.test(`${source}`)),
    ).toBe(true);
    expect(new Set(events.map(({ color }) => color))).toEqual(
      new Set(['red', undefined]),
    );
    expect(new Set(events.map(({ foo }) => typeof foo))).toEqual(
      new Set(['undefined', 'string', 'number', 'boolean']),
    );
  });

  it('has no event where a name or value cannot be sent', () => {
    const withAttribute = (name: string, value: string) =>
      readDeclaredAttributes({
        type: 'a',
        attributes: [{ name, required: true, value }],
      });
    expect(drawEvent(withAttribute('__proto__', 'x'), createRandom(1))).toBe(
      undefined,
    );
    expect(drawEvent(withAttribute('time', 'x'), createRandom(1))).toBe(
      undefined,
    );
    expect(drawEvent(withAttribute('foo', 'x'), createRandom(1))).toBeDefined();
  });

  it('draws anything where nothing is declared, in both modes', () => {
    const events = drawMany(nothingDeclared);
    expect(new Set(events.map(event => event.mode))).toEqual(
      new Set(['structured', 'binary']),
    );
  });
});

describe('fits', () => {
  const declared = readDeclaredAttributes({
    type: 'order',
    attributes: [
      { name: 'color', required: true, value: 'red' },
      { name: 'foo', value: 'a{x}' },
    ],
  });
  const event = {
    specversion: '1.0',
    id: '1',
    source: '/a',
    type: 'order',
    color: 'red',
  };
  it.each([
    ['an event of the type', event, true],
    ['with the optional attribute', { ...event, foo: 'ab' }, true],
    ['with more', { ...event, n1: 5 }, true],
    ['of another type', { ...event, type: 'invoice' }, false],
    ['with another value', { ...event, color: 'blue' }, false],
    ['with the optional attribute, but other', { ...event, foo: 'a' }, false],
    ['that is no event', { ...event, id: '' }, false],
    ['with a name that is none', { ...event, Foo: 'ab' }, false],
  ])('%s', (_, attributes, expected) => {
    expect(fits({ mode: 'structured', attributes }, declared)).toBe(expected);
  });

  it('has only strings in the binary mode', () => {
    const attributes = { ...event, n1: 5 };
    expect(fits({ mode: 'binary', attributes }, declared)).toBe(false);
    expect(fits({ mode: 'binary', attributes: event }, declared)).toBe(true);
  });
});
