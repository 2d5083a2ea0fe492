/*
 * Tests that need a server which `npm test` can do without. They stand outside
 * of `src`, so that it does not find them.
 */
const packageConfig = require('@backstage/cli/config/jest');

module.exports = async () => ({
  ...(await packageConfig),
  rootDir: __dirname,
  setupFilesAfterEnv: [],
  testMatch: ['**/*.cluster.test.ts'],
  globalSetup: '<rootDir>/globalSetup.ts',
  globalTeardown: '<rootDir>/globalTeardown.ts',
  // They tell processes apart by what happens when, on two cores.
  maxWorkers: 1,
  testTimeout: 60_000,
  // The events backend of freshness.cluster.test.ts leaves something open when
  // it is stopped, and Jest would wait for it for ever.
  forceExit: true,
});
