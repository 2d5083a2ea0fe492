const { transform, testEnvironment } = require('../jest-preset');

/** Jest for the tests of what a stranger installs: `*.install.test.ts`. */
module.exports = {
  testEnvironment,
  transform,
  testMatch: ['**/*.install.test.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  transformIgnorePatterns: ['/node_modules/(?!@kubernetes/client-node/)'],
  maxWorkers: 1,
  testTimeout: 300_000,
};
