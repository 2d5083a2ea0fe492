import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { freePort } from './freePort';

describe('freePort', () => {
  it('gives the preferred port when it is free and another when it is taken', async () => {
    const preferred = await freePort();
    expect(await freePort(preferred)).toBe(preferred);

    const taken = createServer().listen(preferred, '127.0.0.1');
    await once(taken, 'listening');
    try {
      const other = await freePort((taken.address() as AddressInfo).port);
      expect(other).not.toBe(preferred);
      expect(other).toBeGreaterThan(0);
    } finally {
      taken.close();
    }
  });
});
