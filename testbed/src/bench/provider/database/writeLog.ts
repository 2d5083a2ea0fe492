import knexFactory, { type Knex } from 'knex';

/** A row that was inserted, updated or deleted. */
export interface WrittenRow {
  table: string;
  /** Of the entity that it belongs to; its id, if it has gone. */
  entityRef: string;
}

/** Keeps the rows that a catalog writes, by triggers in its database. */
export interface WriteLog {
  /** Everything written since the last call, in no order. */
  take(): Promise<WrittenRow[]>;
  /** Whether nothing waits to be processed or stitched. */
  isAtRest(): Promise<boolean>;
  close(): Promise<void>;
}

const LOG = 'event_mesh_test_writes';
/** Which entity a row belongs to; the first that a table has. */
const KEYS = [
  'entity_ref',
  'target_entity_ref',
  'entity_id',
  'originating_entity_id',
];
/** What the scheduler writes for each run of any task, and what is fixed. */
const OTHERS =
  /^(backstage_backend_tasks__|knex_migrations|sqlite_|event_mesh_test_)/;

/**
 * Begins to keep what is written into the database of a catalog. Slows its
 * writes down: for counting rows, not for measuring.
 *
 * @param database - for knex; PostgreSQL or SQLite
 */
export async function startWriteLog(database: Knex.Config): Promise<WriteLog> {
  const knex = knexFactory({
    useNullAsDefault: true,
    pool: { min: 0, max: 1 },
    ...database,
  });
  const isPostgres = database.client === 'pg';
  await knex.schema.createTable(LOG, table => {
    table.text('place');
    table.text('key');
  });
  for (const [table, key] of await tablesWithKeys(knex, isPostgres)) {
    await (isPostgres ? watchOnPostgres : watchOnSqlite)(knex, table, key);
  }
  return {
    async take() {
      const rows: { place: string; ref: string }[] = await knex
        .from({ log: LOG })
        .leftJoin({ state: 'refresh_state' }, 'log.key', 'state.entity_id')
        .select('log.place', {
          ref: knex.raw('coalesce(state.entity_ref, log.key)'),
        });
      await knex(LOG).delete();
      return rows.map(({ place, ref }) => ({ table: place, entityRef: ref }));
    },
    async isAtRest() {
      const waiting = await knex
        .from('refresh_state')
        .select('entity_ref')
        .where('next_update_at', '<=', knex.fn.now())
        .unionAll(knex.from('stitch_queue').select('entity_ref'))
        .limit(1);
      return waiting.length === 0;
    },
    close: () => knex.destroy(),
  };
}

async function tablesWithKeys(
  knex: Knex,
  isPostgres: boolean,
): Promise<[string, string][]> {
  const tables: { name: string }[] = isPostgres
    ? await knex('pg_tables')
        .where('schemaname', 'public')
        .select({ name: 'tablename' })
    : await knex('sqlite_master').where('type', 'table').select('name');
  const found: [string, string][] = [];
  for (const { name } of tables.filter(table => !OTHERS.test(table.name))) {
    const columns = await knex(name).columnInfo();
    const key = KEYS.find(column => column in columns);
    if (key) {
      found.push([name, key]);
    }
  }
  return found;
}

async function watchOnPostgres(knex: Knex, table: string, key: string) {
  await knex.raw(
    `create or replace function ${LOG}() returns trigger as $$
     begin
       insert into ${LOG} values
         (tg_table_name, to_jsonb(coalesce(new, old)) ->> tg_argv[0]);
       return null;
     end $$ language plpgsql`,
  );
  await knex.raw(
    `create trigger ${LOG} after insert or update or delete on "${table}"
     for each row execute function ${LOG}('${key}')`,
  );
}

async function watchOnSqlite(knex: Knex, table: string, key: string) {
  for (const [operation, row] of [
    ['insert', 'new'],
    ['update', 'new'],
    ['delete', 'old'],
  ]) {
    await knex.raw(
      `create trigger ${LOG}_${table}_${operation} after ${operation} on ${table}
       begin
         insert into ${LOG} values ('${table}', ${row}.${key});
       end`,
    );
  }
}
