/*
 * Jest for tests that need a real API server: `preset: 'testbed'`. They stand
 * outside of every `src`, so that `yarn test:unit` does not find them, and end
 * in `.cluster.test.ts`.
 */
const transform = require.resolve('@backstage/cli/config/jestSwcTransform');

module.exports = {
  testMatch: ['**/*.cluster.test.ts'],
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  transform: {
    '\\.(mjs|cjs|js)$': [
      transform,
      { jsc: { parser: { syntax: 'ecmascript' } } },
    ],
    '\\.ts$': [transform, { jsc: { parser: { syntax: 'typescript' } } }],
  },
  // client-node consists of ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!@kubernetes/client-node/)'],
  globalSetup: require.resolve('./src/jest/globalSetup.ts'),
  // Each file starts servers of 300 MB, and measures nothing.
  maxWorkers: 2,
  testTimeout: 120_000,
};
