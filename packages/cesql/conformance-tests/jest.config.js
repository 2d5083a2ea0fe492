/*
 * Tests that need Go, to have the conformance set of the specification. They
 * stand outside of `src`, so that `yarn test:unit` does not find them.
 */
const transform = require.resolve('@backstage/cli/config/jestSwcTransform');

module.exports = {
  rootDir: '..',
  roots: ['<rootDir>/conformance-tests'],
  testMatch: ['**/*.conformance.test.ts'],
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: {
    '\\.ts$': [transform, { jsc: { parser: { syntax: 'typescript' } } }],
  },
  transformIgnorePatterns: ['/node_modules/'],
  // A first download takes its time.
  testTimeout: 300_000,
};
