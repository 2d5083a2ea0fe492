import { testChain } from './__testUtils__/testChain';

describe('from Kubernetes objects to catalog relations, on SQLite', () => {
  testChain({ client: 'better-sqlite3', connection: ':memory:' });
});
