module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // They run with the tools of the root, not with those of the package.
      files: ['e2e-tests/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
