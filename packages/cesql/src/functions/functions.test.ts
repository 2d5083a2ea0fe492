import { parsed } from '../__testUtils__/parsed';
import { createFunctions, evaluate, possibleOutcomes } from '../index';
import type { FunctionDefinition } from '../index';

const event = { id: '1', source: '/a', type: 't', word: 'Grüße' };

const value = (text: string, definitions: FunctionDefinition[]) =>
  evaluate(parsed(text), event, {
    engine: 'go',
    functions: createFunctions(definitions),
  });

const reverse: FunctionDefinition = {
  name: 'reverse',
  parameters: ['string'],
  returns: 'string',
  evaluate: text => Array.from(String(text)).reverse().join(''),
};

describe('createFunctions', () => {
  it('adds functions that get and give ordinary strings', () => {
    expect(value('REVERSE(word)', [reverse]).value).toBe('eßürG');
  });

  it('casts the arguments', () => {
    const add: FunctionDefinition = {
      name: 'ADD',
      parameters: [],
      variadic: 'integer',
      returns: 'integer',
      evaluate: (...terms) =>
        terms.reduce<number>((sum, term) => sum + Number(term), 0),
    };
    expect(value("ADD(1, '2', TRUE)", [add]).value).toBe(4);
  });

  it('tells functions by the number of their parameters', () => {
    const two: FunctionDefinition = {
      name: 'LENGTH',
      parameters: ['string', 'string'],
      returns: 'integer',
      evaluate: () => 2,
    };
    expect(value("LENGTH('abc') + LENGTH('', '')", [two]).value).toBe(5);
  });

  it.each<[string, FunctionDefinition]>([
    [
      'throws',
      {
        ...reverse,
        evaluate: () => {
          throw new Error('broken');
        },
      },
    ],
    ['answers with another type', { ...reverse, evaluate: () => 5 }],
    [
      'answers with a number that is not an integer',
      { ...reverse, returns: 'integer', evaluate: () => 0.5 },
    ],
    ['has no known answer', { ...reverse, evaluate: undefined }],
  ])('makes an error of a function that %s', (_, definition) => {
    expect(value('REVERSE(word)', [definition]).errors).toMatchObject([
      { kind: 'FunctionEvaluationError' },
    ]);
  });

  it('leaves the outcome open for a function without known answer', () => {
    const functions = createFunctions([
      {
        name: 'KN_VERIFY_CORRELATION_ID',
        parameters: ['string'],
        variadic: 'string',
        returns: 'boolean',
      },
    ]);
    const { outcomes } = possibleOutcomes(
      parsed("KN_VERIFY_CORRELATION_ID('a', 'b')"),
      {},
      { engine: 'go', functions },
    );
    expect([...outcomes].sort()).toEqual(['error', 'false', 'true']);
  });

  it.each<[string, FunctionDefinition[]]>([
    ['as many parameters', [reverse, reverse]],
    ['the parameters of a built-in one', [{ ...reverse, name: 'Upper' }]],
    [
      'fewer parameters than another and any number more',
      [reverse, { ...reverse, parameters: [], variadic: 'string' }],
    ],
    [
      'any number, as another has',
      [
        { ...reverse, variadic: 'string' },
        { ...reverse, parameters: ['string', 'string'], variadic: 'string' },
      ],
    ],
  ])('refuses a function with %s', (_, definitions) => {
    expect(() => createFunctions(definitions)).toThrow(TypeError);
  });
});
