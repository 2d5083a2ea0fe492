import { setTimeout as sleep } from 'node:timers/promises';
import knexFactory from 'knex';

/** Rows that were written, by table. */
export type RowsWritten = Readonly<Record<string, number>>;

/** Watches the database of a catalog, without touching it. */
export interface CatalogDatabase {
  /** Rows inserted, updated and deleted so far; takes eleven seconds. */
  rowsWritten(): Promise<RowsWritten>;
  /** Whether nothing waits to be processed or stitched. */
  isAtRest(): Promise<boolean>;
  close(): Promise<void>;
}

/** PostgreSQL counts what a session did within ten seconds of its last work. */
const untilCounted = 11_000;

/** Opens the database that a backend has created for its catalog. */
export function openCatalogDatabase(
  serverUrl: string,
  name: string,
): CatalogDatabase {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const knex = knexFactory({
    client: 'pg',
    connection: url.href,
    pool: { min: 0, max: 1 },
  });
  return {
    async rowsWritten() {
      await sleep(untilCounted);
      const rows: { relname: string; written: string }[] = await knex(
        'pg_stat_user_tables',
      ).select(
        'relname',
        knex.raw('n_tup_ins + n_tup_upd + n_tup_del as written'),
      );
      return Object.fromEntries(
        rows.map(({ relname, written }) => [relname, Number(written)]),
      );
    },
    async isAtRest() {
      const [{ waiting }]: { waiting: string }[] = await knex.select(
        knex.raw(
          '(select count(*) from refresh_state where next_update_at <= now()) + (select count(*) from stitch_queue) as waiting',
        ),
      );
      return Number(waiting) === 0;
    },
    close: () => knex.destroy(),
  };
}
