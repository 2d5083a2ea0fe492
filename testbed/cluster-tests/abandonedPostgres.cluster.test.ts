import { once } from 'node:events';
import { connect } from 'node:net';
import { waitFor } from 'demo';
import { debianVersions, findPostgres } from '../src/postgres/findPostgres';
import { startStarter } from './startStarter';

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

describe('PostgreSQL whose starter was killed', () => {
  it('does not stay behind', async () => {
    const programs = await findPostgres(debianVersions);
    if (!programs) {
      // ensurePostgres says so, and fails where every check must run.
      return;
    }
    const { starter, line } = await startStarter(
      'abandonedPostgres.ts',
      programs,
    );
    const port = Number(new URL(line).port);
    expect(await isListening(port)).toBe(true);

    starter.kill('SIGKILL');

    await waitFor({
      what: 'the end of PostgreSQL',
      ask: async () => !(await isListening(port)) || undefined,
      deadlineMilliseconds: 20_000,
    });
  });
});
