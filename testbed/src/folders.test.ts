import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './folders';

describe('cacheFolder', () => {
  it('is where the environment wants caches', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe(
      '/caches/knative-event-mesh-testbed',
    );
  });

  it('is in the home directory otherwise', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '' })).toBe(
      join(homedir(), '.cache', 'knative-event-mesh-testbed'),
    );
  });
});
