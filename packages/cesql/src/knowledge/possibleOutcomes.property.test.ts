import { createRandom } from '../__testUtils__/random';
import { randomExpression } from '../__testUtils__/randomExpression';
import {
  exactKnowledge,
  randomEvent,
  randomKnowledge,
} from '../__testUtils__/randomKnowledge';
import { evaluate, outcomeOf, parse, possibleOutcomes } from '../index';
import type { EngineName, ErrorMode, Expression } from '../index';

const seed = Number(process.env.CESQL_SEED ?? 20261107);
const count = Number(process.env.CESQL_CASES ?? 20_000);

const engines: EngineName[] = ['specification', 'go', 'java'];
const errorModes: ErrorMode[] = ['failFast', 'complete'];

function parsed(text: string): Expression {
  const result = parse(text);
  if (!result.ok) {
    throw new Error(`${text}: ${result.error.message}`);
  }
  return result.expression;
}

describe(`${count} random cases from seed ${seed}`, () => {
  it('have only outcomes that were said to be possible', () => {
    const random = createRandom(seed);
    const wrong: string[] = [];
    let decided = 0;
    for (let index = 0; index < count; index++) {
      const text = randomExpression(random);
      const expression = parsed(text);
      const knowledge = randomKnowledge(random);
      const options = {
        engine: random.pick(engines),
        errorMode: random.pick(errorModes),
      };
      const possible = possibleOutcomes(expression, knowledge, options);
      decided += possible.outcomes.size === 1 ? 1 : 0;
      const isExplained = possible.hangsOn.length > 0;
      if (isExplained !== possible.outcomes.size > 1) {
        wrong.push(`${text} hangs on ${JSON.stringify(possible.hangsOn)}`);
      }
      for (let events = 0; events < 4; events++) {
        const event = randomEvent(knowledge, random);
        const outcome = outcomeOf(
          evaluate(expression, event, options),
          options,
        );
        if (!possible.outcomes.has(outcome)) {
          wrong.push(
            JSON.stringify({
              text,
              options,
              knowledge,
              event,
              outcome,
              possible: [...possible.outcomes],
            }),
          );
        }
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    // Saying that everything is possible would be right, too, and useless.
    expect(decided / count).toBeGreaterThan(0.2);
  });

  it('have exactly one possible outcome, the real one, when every value is known', () => {
    const random = createRandom(seed + 1);
    const wrong: string[] = [];
    for (let index = 0; index < count; index++) {
      const text = randomExpression(random);
      const expression = parsed(text);
      const knowledge = exactKnowledge(random);
      const event = randomEvent(knowledge, random);
      for (const engine of engines) {
        for (const errorMode of errorModes) {
          const options = { engine, errorMode };
          const possible = possibleOutcomes(expression, knowledge, options);
          const outcome = outcomeOf(
            evaluate(expression, event, options),
            options,
          );
          if (
            possible.outcomes.size !== 1 ||
            !possible.outcomes.has(outcome) ||
            possible.hangsOn.length
          ) {
            wrong.push(JSON.stringify({ text, options, event, outcome }));
          }
        }
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
