import { CommandError, runCommand } from './runCommand';

const node = (script: string) => runCommand(process.execPath, ['-e', script]);

describe('runCommand', () => {
  it('returns what was written', async () => {
    expect(await node('console.log("done")')).toBe('done\n');
  });

  it('says what a failed command has said', async () => {
    const failed = node(
      'console.log("half"); console.error("no disk"); process.exit(3)',
    );

    await expect(failed).rejects.toThrow('no disk');
    await expect(failed).rejects.toMatchObject({
      isMissing: false,
      output: 'half\n',
    });
  });

  it('tells a missing program from a failed one', async () => {
    const missing = runCommand('no-such-program-anywhere', []);

    await expect(missing).rejects.toBeInstanceOf(CommandError);
    await expect(missing).rejects.toMatchObject({ isMissing: true });
  });
});
