import { dirname, join } from 'node:path';

/** Our processor, as far as it is measured. */
interface Processor {
  postProcessEntity(
    entity: object,
    location: undefined,
    emit: () => void,
  ): Promise<object>;
}

// The module does not export it: the catalog is the only one to call it.
const { KnativeEventMeshProcessor } = require(join(
  dirname(
    require.resolve(
      'backstage-plugin-catalog-backend-module-knative-event-mesh/package.json',
    ),
  ),
  'src/KnativeEventMeshProcessor',
)) as { KnativeEventMeshProcessor: new () => Processor };

/** What our processor takes of a processing loop of the catalog. */
export interface ProcessorCost {
  /** CPU for one entity of the mesh, on average, in microseconds. */
  ownMicroseconds: number;
  /** CPU for one entity of somebody else, in microseconds. */
  otherMicroseconds: number;
}

const leastMicroseconds = 500_000;

/** Has our processor process entities as a catalog shows them, again and again. */
export async function measureProcessor(
  own: readonly object[],
  others: readonly object[],
): Promise<ProcessorCost> {
  return {
    ownMicroseconds: await microsecondsPerEntity(own),
    otherMicroseconds: await microsecondsPerEntity(others),
  };
}

async function microsecondsPerEntity(
  entities: readonly object[],
): Promise<number> {
  // So that its code is compiled.
  await processAll(entities);
  const before = process.cpuUsage();
  let count = 0;
  let used = 0;
  while (used < leastMicroseconds) {
    await processAll(entities);
    count += entities.length;
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
  return used / count;
}

async function processAll(entities: readonly object[]): Promise<void> {
  const processor = new KnativeEventMeshProcessor();
  for (const entity of entities) {
    await processor.postProcessEntity(entity, undefined, () => {});
  }
}
