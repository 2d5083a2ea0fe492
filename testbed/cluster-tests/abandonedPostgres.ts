import { startPostgres } from '../src/postgres/startPostgres';

/** Starts PostgreSQL for a test that ends this process without warning. */
async function main() {
  const { url } = await startPostgres(process.argv[2]);
  process.stdout.write(`${url}\n`);
}

main();
