import { join } from 'node:path';
import { parseCommandLine, usage, UsageError } from './commandLine';
import { startDemoCluster } from './demoCluster';
import { createDemoPortal, type DemoReport } from './demoPortal';
import { openOwnCluster } from './ownCluster/openOwnCluster';

const startedAt = Date.now();
const root = process.cwd();

function print(mark: string, text: string) {
  const seconds = `${Math.round((Date.now() - startedAt) / 1000)} s`;
  process.stdout.write(`${seconds.padStart(6)}  ${mark} ${text}\n`);
}

function portalPort(): number {
  const port = Number(process.env.PORT ?? 7007);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(
      `PORT is '${process.env.PORT}'; write a port number, such as PORT=8080.`,
    );
  }
  return port;
}

const report: DemoReport = {
  begin: step => print('…', step),
  done: (step, detail) => print('✓', `${step}: ${detail}`),
  problem: message => print('!', message),
};

async function main() {
  const command = parseCommandLine(process.argv.slice(2), process.env);
  if (command.kind === 'help') {
    process.stdout.write(usage);
    return;
  }

  const demo = createDemoPortal({
    root,
    port: portalPort(),
    isDemoMesh: command.kind === 'demoMesh',
    openCluster: () =>
      command.kind === 'demoMesh'
        ? startDemoCluster({
            manifests: join(root, 'demo', 'manifests'),
            log: report.problem,
          })
        : openOwnCluster({
            ...command,
            readerFile: join('backend', 'deploy', 'reader.yaml'),
            say: text => process.stdout.write(`${text}\n`),
          }),
    report,
    onEnd: why => end('✗', why, 1),
  });

  let ending = false;
  async function end(mark: string, message: string, exitCode: number) {
    if (!ending) {
      ending = true;
      print(mark, message);
      await demo.stop();
      process.exit(exitCode);
    }
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => end('·', 'Stopping', 0));
  }
  // A package manager that is killed does not pass the signal on.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      end('·', 'Stopping, because the command that started this has ended', 0);
    }
  }, 1_000).unref();

  try {
    const url = await demo.start();
    print('✓', `Open ${url} and enter as guest. Ctrl-C ends everything.`);
  } catch (error) {
    await end('✗', error instanceof Error ? error.message : `${error}`, 1);
  }
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  if (error instanceof UsageError) {
    process.stderr.write(`\n${usage}`);
  }
  process.exit(1);
});
