import type { Postgres } from 'testbed';

/** The server of this run, handed from its begin to its end. */
export const postgresServer: { current?: Postgres } = {};
