/*
 * A backend with the catalog and the module that stands in the folder of this
 * file's first argument, and nothing else: run by Node itself, without any
 * transform, as in somebody's container. Reads the configuration from the
 * environment, and says `listening` when it has started.
 */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const requireFrom = createRequire(join(process.argv[2], 'package.json'));
const { createBackend } = requireFrom('@backstage/backend-defaults');

const backend = createBackend();
backend.add(requireFrom('@backstage/plugin-catalog-backend'));
backend.add(
  requireFrom('backstage-plugin-catalog-backend-module-knative-event-mesh'),
);
backend.start().then(
  () => process.stdout.write('listening\n'),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
