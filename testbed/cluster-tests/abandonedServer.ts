import { startKubeApiserver } from '../src';

/** Starts a server for a test that ends this process without warning. */
async function main() {
  const server = await startKubeApiserver();
  const { directory } = server;
  process.stdout.write(
    `${JSON.stringify({ pids: server.pids(), directory })}\n`,
  );
}

main();
