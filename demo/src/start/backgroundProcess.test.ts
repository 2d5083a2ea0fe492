import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from './backgroundProcess';

describe('startProcess', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'background-process-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  function run(script: string, onLine?: (line: string) => void) {
    return startProcess({
      name: 'script',
      arguments: ['--eval', script],
      directory,
      environment: { GREETING: 'hello' },
      logFile: join(directory, 'script.log'),
      onLine,
    });
  }

  it('keeps what the program writes, without colours, and its exit code', async () => {
    const lines: string[] = [];
    const program = run(
      'console.log("\\u001b[31m" + process.env.GREETING + "\\u001b[0m"); console.error("bye"); process.exitCode = 3',
      line => lines.push(line),
    );

    expect(await program.exited).toBe(3);
    expect(program.isRunning()).toBe(false);
    expect(lines.sort()).toEqual(['bye', 'hello']);
    expect(await program.logTail(1)).toMatch(/^(bye|hello)$/);
    expect(await readFile(program.logFile, 'utf8')).toContain('hello\n');
  });

  it('ends the program and what it started', async () => {
    const forever = 'setInterval(() => {}, 1000)';
    let startedBoth: () => void;
    const bothStarted = new Promise<void>(resolve => {
      startedBoth = resolve;
    });
    // The inner program holds the same log pipe, so the log ends only when
    // both are gone.
    const program = run(
      `require("node:child_process").spawn(process.execPath, ["--eval", "console.log(1); ${forever}"], { stdio: "inherit" }); ${forever}`,
      () => startedBoth(),
    );
    await bothStarted;

    await program.stop();

    expect(program.isRunning()).toBe(false);
    expect(await program.exited).toBeNull();
  });

  it('gives the program no time to say goodbye when it kills it', async () => {
    const lines: string[] = [];
    let hasStarted: () => void;
    const started = new Promise<void>(resolve => {
      hasStarted = resolve;
    });
    const program = run(
      'process.on("SIGTERM", () => console.log("bye")); console.log("hello"); setInterval(() => {}, 1000)',
      line => {
        lines.push(line);
        hasStarted();
      },
    );
    await started;

    await program.kill();

    expect(program.isRunning()).toBe(false);
    expect(lines).toEqual(['hello']);
  });
});
