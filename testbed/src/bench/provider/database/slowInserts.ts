import knexFactory from 'knex';

/** A database of a catalog that takes new entities in slowly. */
export interface SlowDatabase {
  /** How many entities of our provider it holds. */
  countEntities(): Promise<number>;
  /** Makes it as fast as before. */
  restore(): Promise<void>;
}

const NAME = 'event_mesh_test_slow_inserts';

/**
 * Makes a catalog on PostgreSQL slow to take new entities in, of which it takes
 * fifty with one statement.
 *
 * @param url - connection string of the database of the catalog
 */
export async function slowInserts(
  url: string,
  secondsPerStatement: number,
): Promise<SlowDatabase> {
  const knex = knexFactory({
    client: 'pg',
    connection: url,
    pool: { min: 0, max: 1 },
  });
  await knex.raw(
    `create function ${NAME}() returns trigger as $$
     begin
       perform pg_sleep(${secondsPerStatement});
       return null;
     end $$ language plpgsql`,
  );
  await knex.raw(
    `create trigger ${NAME} before insert on refresh_state
     for each statement execute function ${NAME}()`,
  );
  return {
    async countEntities() {
      const [{ count }] = await knex('refresh_state')
        .whereLike('location_key', 'KnativeEventMeshEntityProvider:%')
        .count();
      return Number(count);
    },
    async restore() {
      await knex.raw(`drop trigger ${NAME} on refresh_state`);
      await knex.destroy();
    },
  };
}
