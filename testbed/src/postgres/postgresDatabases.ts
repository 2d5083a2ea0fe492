import { randomBytes } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import knexFactory from 'knex';

/** Databases that a backend creates for its plugins and nobody else uses. */
export interface PostgresDatabases {
  /** Goes into the configuration of a backend, at `backend.database`. */
  config: JsonObject;
  /** Drops them; the server may be one that lives on. */
  drop(): Promise<void>;
}

/** Names new databases on a server. */
export function newPostgresDatabases(url: string): PostgresDatabases {
  const prefix = `event_mesh_test_${randomBytes(4).toString('hex')}_`;
  return {
    config: { client: 'pg', connection: url, prefix },
    async drop() {
      const knex = knexFactory({ client: 'pg', connection: url });
      try {
        const databases: { datname: string }[] = await knex('pg_database')
          .select('datname')
          .whereLike('datname', `${prefix.replaceAll('_', '\\_')}%`);
        for (const { datname } of databases) {
          await knex.raw('DROP DATABASE ?? WITH (FORCE)', [datname]);
        }
      } finally {
        await knex.destroy();
      }
    },
  };
}
