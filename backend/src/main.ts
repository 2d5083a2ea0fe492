import { once } from 'node:events';
import { inspect } from 'node:util';
import { ConfigError, readConfig } from './config';
import { startService } from './service';

async function main(): Promise<void> {
  const stopped = Promise.race([
    once(process, 'SIGTERM'),
    once(process, 'SIGINT'),
  ]);
  const service = await startService(readConfig(process.env));
  await stopped;
  await service.close();
}

main().catch((error: unknown) => {
  // What to write into a variable needs no stack; a defect does.
  const text = error instanceof ConfigError ? error.message : inspect(error);
  process.stderr.write(`eventmesh-backend cannot run: ${text}\n`);
  process.exitCode = 1;
});
