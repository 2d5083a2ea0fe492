import knexFactory from 'knex';

const NAME = 'event_mesh_test_slow_inserts';

/**
 * Makes a catalog on PostgreSQL slow to take new entities in, of which it takes
 * fifty with one statement.
 *
 * @param url - connection string of the database of the catalog
 * @returns what makes it as fast as before
 */
export async function slowInserts(
  url: string,
  secondsPerStatement: number,
): Promise<() => Promise<void>> {
  const run = async (...statements: string[]) => {
    const knex = knexFactory({ client: 'pg', connection: url });
    try {
      for (const statement of statements) {
        await knex.raw(statement);
      }
    } finally {
      await knex.destroy();
    }
  };
  await run(
    `create function ${NAME}() returns trigger as $$
     begin
       perform pg_sleep(${secondsPerStatement});
       return null;
     end $$ language plpgsql`,
    `create trigger ${NAME} before insert on refresh_state
     for each statement execute function ${NAME}()`,
  );
  return () => run(`drop trigger ${NAME} on refresh_state`);
}
