module.exports = {
  ...require('testbed/cluster-tests/jest.config.js'),
  roots: ['<rootDir>/backend/cluster-tests'],
  // client-node consists of ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!@kubernetes/client-node/)'],
};
