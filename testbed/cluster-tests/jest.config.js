/*
 * Tests that need a real API server. They stand outside of every `src`, so that
 * `yarn test:unit` does not find them, and end in `.cluster.test.ts`. A workspace
 * with such tests of its own is added to `roots`.
 */
const transform = require.resolve('@backstage/cli/config/jestSwcTransform');

module.exports = {
  rootDir: '../..',
  roots: ['<rootDir>/testbed/cluster-tests'],
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
  transformIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/testbed/cluster-tests/globalSetup.ts',
  // Each file starts servers of 300 MB, and measures nothing.
  maxWorkers: 2,
  testTimeout: 120_000,
};
