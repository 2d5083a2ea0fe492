import { startLineProcess } from './lineProcess';

const node = (script: string) =>
  startLineProcess(process.execPath, ['--eval', script]);

const echo = `
  process.stdin.setEncoding('utf8').on('data', text => process.stdout.write(text));
`;

describe('startLineProcess', () => {
  it('answers in the order of the questions', async () => {
    const program = node(echo);
    const questions = Array.from({ length: 3_000 }, (_, number) => ({
      number,
      text: 'ä\n',
    }));
    const answers = await Promise.all(
      questions.map(question => program.ask(question)),
    );
    expect(answers).toEqual(questions);
    await program.close();
  });

  it('fails with what the program says when it ends', async () => {
    const program = node(`console.error('no more'); process.exitCode = 3;`);
    await expect(program.ask({})).rejects.toThrow(/ended \(3\)\nno more/);
    await expect(program.ask({})).rejects.toThrow(/ended/);
  });

  it('fails if there is no such program', async () => {
    const program = startLineProcess('/no/such/program', []);
    await expect(program.ask({})).rejects.toThrow(/cannot be run/);
  });
});
