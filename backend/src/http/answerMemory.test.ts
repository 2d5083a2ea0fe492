import { createAnswerMemory } from './answerMemory';
import { writeAnswer, type WrittenAnswer } from './writtenAnswer';

describe('createAnswerMemory', () => {
  let written: number;
  beforeEach(() => {
    written = 0;
  });
  const write = (): WrittenAnswer => {
    written += 1;
    return writeAnswer({ number: written });
  };

  it('gives the last answer for the same, and a new one for another', () => {
    const memory = createAnswerMemory();
    const [first, second, third, fourth] = ['x', 'x', 'y', 'x'].map(madeOf =>
      memory.answerFor(undefined, madeOf, write),
    );
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(fourth).not.toBe(first);
    expect(written).toBe(3);
  });

  it('writes anew where it cannot tell', () => {
    const memory = createAnswerMemory();
    memory.answerFor(undefined, undefined, write);
    memory.answerFor(undefined, undefined, write);
    expect(written).toBe(2);
  });

  it('holds sets of namespaces apart', () => {
    const memory = createAnswerMemory();
    const scopes = [undefined, ['a'], ['b'], ['a', 'b']];
    scopes.forEach(scope => memory.answerFor(scope, 'x', write));
    scopes.forEach(scope => memory.answerFor(scope, 'x', write));
    expect(written).toBe(4);
  });

  it('forgets what was asked for longest ago, when it gets too large', () => {
    const memory = createAnswerMemory(2 * '{"number":1}'.length);
    ['a', 'b', 'a', 'c'].forEach(name => memory.answerFor([name], 'x', write));
    expect(written).toBe(3);
    memory.answerFor(['a'], 'x', write);
    expect(written).toBe(3);
    memory.answerFor(['b'], 'x', write);
    expect(written).toBe(4);
  });
});
