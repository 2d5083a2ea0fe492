import { apiserverFlags } from './apiserverFlags';

it('reads the flags and fills in what differs', async () => {
  const flags = await apiserverFlags({
    directory: '/data',
    port: '6443',
    etcd: 'http://127.0.0.1:2379',
  });

  expect(flags).toEqual(
    expect.arrayContaining([
      '--secure-port=6443',
      '--etcd-servers=http://127.0.0.1:2379',
      '--token-auth-file=/data/tokens.csv',
    ]),
  );
  expect(flags.every(flag => /^--[\w-]+=[^{}]+$/.test(flag))).toBe(true);
});
