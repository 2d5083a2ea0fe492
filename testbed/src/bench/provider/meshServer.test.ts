import { meshDocument } from './mesh/meshDocument';
import { startMeshServer, writeAnswer } from './meshServer';

describe('the server that stands for the service', () => {
  const written = writeAnswer(meshDocument(100));

  it('answers the mesh as the service does, and again only if it has changed', async () => {
    const server = await startMeshServer(written);
    try {
      const beforeAnswer = jest.fn(async () => {});
      server.beforeAnswer = beforeAnswer;
      const first = await fetch(server.url);
      const etag = first.headers.get('etag')!;

      expect(await first.json()).toEqual(
        JSON.parse(JSON.stringify(meshDocument(100))),
      );
      expect(beforeAnswer).toHaveBeenCalledTimes(1);
      const headers = { 'if-none-match': etag };
      expect((await fetch(server.url, { headers })).status).toBe(304);

      server.answer = writeAnswer(meshDocument(100, 1));
      const changed = await fetch(server.url, { headers });
      expect(changed.status).toBe(200);
      expect(await changed.text()).toContain('Revision 1');
    } finally {
      await server.close();
    }
  });
});
