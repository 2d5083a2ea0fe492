import { ensurePostgres } from './ensurePostgres';

const versions = '/nonexistent/postgresql';

describe('ensurePostgres', () => {
  it('takes the server that is named', async () => {
    const TEST_POSTGRES_URL = 'postgresql://user@db.example.com/postgres';
    const postgres = await ensurePostgres({
      environment: { TEST_POSTGRES_URL },
      versions,
    });

    expect(postgres?.url).toBe(TEST_POSTGRES_URL);
  });

  it('says in one line that there is none', async () => {
    const log = jest.fn();

    expect(
      await ensurePostgres({ environment: {}, versions, log }),
    ).toBeUndefined();
    expect(log.mock.calls).toEqual([
      [expect.stringMatching(/install it.*TEST_POSTGRES_URL$/)],
    ]);
  });

  it('fails without one on a machine that runs every check', async () => {
    await expect(
      ensurePostgres({ environment: { CI: 'true' }, versions }),
    ).rejects.toThrow(/install it.*TEST_POSTGRES_URL$/);
  });
});
