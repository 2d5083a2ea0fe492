import type { Callable } from './callable';

const greatest = 2_147_483_647;

export const abs: Callable = {
  name: 'ABS',
  parameters: ['integer'],
  returns: 'integer',
  isFallible: true,
  call: ([value]) => {
    const result = Math.abs(value as number);
    return result <= greatest
      ? { value: result }
      : {
          value: greatest,
          problem: {
            kind: 'MathError',
            message: `The absolute value of ${value} does not fit into an integer.`,
          },
        };
  },
};
