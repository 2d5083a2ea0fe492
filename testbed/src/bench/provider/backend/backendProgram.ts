import { createBackend } from '@backstage/backend-defaults';
import { startBlockWatch } from './blockWatch';
import { longestBlockQuestion, type LongestBlock } from './protocol';

// The program that is measured: a catalog with our module, and nothing else.
const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('backstage-plugin-catalog-backend-module-knative-event-mesh'),
);
backend.start();

const watch = startBlockWatch();
process.on('message', message => {
  if (message !== longestBlockQuestion) {
    return;
  }
  const answer: LongestBlock = {
    longestBlockMilliseconds: watch.takeLongest(),
  };
  process.send?.(answer);
});
// Whoever measures is gone, however it ended.
process.on('disconnect', () => process.exit());
