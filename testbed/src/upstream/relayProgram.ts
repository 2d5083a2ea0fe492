import { startRelay } from './relay';

/*
 * Runs beside upstream's service in its network namespace, which has nothing but
 * a loopback of its own. Sockets of the file system lead out of it: to the API
 * server under its usual address, and from us to the service. Ends, and ends the
 * service, when its standard input is closed.
 */

const [servicePid, apiserverPort, apiserverSocket, serviceSocket] =
  process.argv.slice(2);
const loopback = '127.0.0.1';

/** Upstream's service cannot be told another one. */
const servicePort = 8080;

async function main(): Promise<void> {
  process.stdin.resume().once('end', () => {
    // It has started us; when it is gone, its number may be somebody else's.
    if (process.ppid === Number(servicePid)) {
      process.kill(process.ppid);
    }
    process.exit();
  });
  await startRelay(
    { host: loopback, port: Number(apiserverPort) },
    { path: apiserverSocket },
  );
  await startRelay(
    { path: serviceSocket },
    { host: loopback, port: servicePort },
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
