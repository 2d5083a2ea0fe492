import { PassThrough } from 'node:stream';
import { askToGoOn } from './askToGoOn';

function ask(typed: string, isTTY = true) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  input.end(typed);
  return {
    answer: askToGoOn('Go on?', { input, output }),
    asked: () => String(output.read() ?? ''),
  };
}

describe('askToGoOn', () => {
  it.each([
    ['y\n', true],
    ['Yes\n', true],
    ['\n', false],
    ['no\n', false],
    ['yesterday\n', false],
    ['', false],
  ])('takes %j for %s', async (typed, expected) => {
    const { answer, asked } = ask(typed);

    expect(await answer).toBe(expected);
    expect(asked()).toBe('Go on? [y/N] ');
  });

  it('asks nobody without a terminal', async () => {
    const { answer, asked } = ask('y\n', false);

    expect(await answer).toBe(false);
    expect(asked()).toBe('');
  });
});
