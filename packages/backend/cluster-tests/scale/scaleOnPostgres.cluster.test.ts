import { slowInserts } from 'testbed/src/bench/provider/database/slowInserts';
import { describeOnPostgres } from '../describeOnPostgres';
import { entitiesOfTest } from './entitiesOfTest';
import { testScale } from './testScale';

// A chunk of 500 takes ten statements: longer than the scheduler takes to stop a
// poll.
const secondsPerStatement = 0.8;

describeOnPostgres('a large mesh in two backends on PostgreSQL', database => {
  const connection = () => {
    const url = new URL(String(database.connection));
    url.pathname = `/${database.prefix}catalog`;
    return url.href;
  };

  testScale({
    entities: entitiesOfTest(3_000),
    replicas: 2,
    database,
    openDatabase: () => ({ client: 'pg', connection: connection() }),
    slowDown: () => slowInserts(connection(), secondsPerStatement),
  });
});
