import { testChain } from '../src/__testUtils__/testChain';
import { describeOnPostgres } from './describeOnPostgres';

describeOnPostgres(
  'from Kubernetes objects to catalog relations, on PostgreSQL',
  testChain,
);
