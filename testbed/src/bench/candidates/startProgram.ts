import { freePort } from 'demo';
import { request } from 'undici';
import { startServerProcess } from '../../apiserver/serverProcess';
import { endWithUs } from '../../endWithUs';
import { readAnswer, type Candidate } from './candidate';

/** Starts a program that listens on a port of loopback, and waits for it. */
export async function startProgram(options: {
  name: string;
  command: readonly string[];
  environment: (port: number) => Record<string, string>;
  /** Answers as soon as it listens. */
  healthPath: string;
  /** The answer that is measured. */
  path: string;
  token: string;
  logFile: string;
}): Promise<Candidate> {
  const { name, command, healthPath, path, token, logFile } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = Object.entries(options.environment(port)).map(
    ([variable, value]) => `${variable}=${value}`,
  );
  const program = startServerProcess({
    command: 'sh',
    arguments: endWithUs(['env', ...environment, ...command]),
    logFile,
  });
  await program.untilReady(async () => {
    const { statusCode, body } = await request(`${url}${healthPath}`);
    await body.dump();
    return statusCode === 200 || undefined;
  });
  return {
    name,
    pid: program.pid,
    ask: () => readAnswer(`${url}${path}`, token),
    stop: program.end,
  };
}
