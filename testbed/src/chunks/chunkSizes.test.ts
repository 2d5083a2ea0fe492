import { join } from 'node:path';
import { frontendPlugin } from '../folders';
import { chunkSizes } from './chunkSizes';

describe('chunkSizes', () => {
  it('finds in the plugin only the topology to bring React Flow along', async () => {
    const sizes = await chunkSizes(join(frontendPlugin, 'src', 'index.ts'));

    expect(sizes[0]).toMatchObject({ part: 'entry', packages: [] });
    expect(
      sizes
        .filter(({ packages }) => packages.includes('@xyflow/react'))
        .map(({ part }) => part.split('/src/')[1]),
    ).toEqual(['components/TopologyPage/index.ts']);
    const topology = sizes.find(({ part }) => part.includes('TopologyPage'))!;
    expect(topology.bytes).toBeGreaterThan(10 * sizes[0].bytes);
  });
});
