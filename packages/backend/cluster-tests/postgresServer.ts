import type { Postgres } from '../src/__testUtils__/postgres/startPostgres';

/** The server of this run, handed from its begin to its end. */
export const postgresServer: { current?: Postgres } = {};
