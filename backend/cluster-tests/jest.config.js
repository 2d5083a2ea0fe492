module.exports = { preset: 'testbed' };
