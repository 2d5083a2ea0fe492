import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readProviderConfigs } from '.';
import { currentToken } from './token';

const configKey = 'catalog.providers.knativeEventMesh.dev';

describe('tokenFile', () => {
  const directory = createMockDirectory();
  const tokenFile = () => directory.resolve('token');

  function read(settings: JsonObject) {
    const [config] = readProviderConfigs(
      new ConfigReader({
        catalog: {
          providers: {
            knativeEventMesh: {
              dev: { baseUrl: 'http://mesh.example.com', ...settings },
            },
          },
        },
      }),
    );
    return config;
  }

  it('holds the token', () => {
    directory.setContent({ token: 'a.b.c\n' });
    const config = read({ tokenFile: tokenFile() });
    expect(config).toMatchObject({ tokenFile: tokenFile() });
    expect(config.token).toBeUndefined();
    expect(currentToken(config)).toBe('a.b.c');
  });

  it('is read anew each time, also where Kubernetes swaps a link', () => {
    directory.setContent({ one: { token: 'first' }, two: { token: 'second' } });
    const link = directory.resolve('current');
    symlinkSync(directory.resolve('one'), link);
    const source = { configKey, tokenFile: join(link, 'token') };
    expect(currentToken(source)).toBe('first');

    rmSync(link);
    symlinkSync(directory.resolve('two'), link);
    expect(currentToken(source)).toBe('second');

    writeFileSync(source.tokenFile, 'third');
    expect(currentToken(source)).toBe('third');
  });

  it.each<[string, JsonObject, string]>([
    [
      'does not exist',
      {},
      `${configKey}.tokenFile names <file>, which cannot be read (ENOENT). Set it to the path`,
    ],
    [
      'is a directory',
      { token: {} },
      `which cannot be read (EISDIR). Set it to the path`,
    ],
    [
      'is empty',
      { token: '\n' },
      `The file <file> of ${configKey}.tokenFile is empty`,
    ],
    [
      'holds more than a token',
      { token: 'Bearer top-secret' },
      `The file <file> of ${configKey}.tokenFile holds characters`,
    ],
  ])('fails the start and each poll when it %s', (_, content, message) => {
    directory.setContent(content as Parameters<typeof directory.setContent>[0]);
    const settings = { tokenFile: tokenFile() };
    const expected = message.replace('<file>', tokenFile());
    for (const failing of [
      () => read(settings),
      () => currentToken({ configKey, ...settings }),
    ]) {
      expect(failing).toThrow(expected);
      expect(failing).not.toThrow('top-secret');
    }
  });

  it('is refused beside a token', () => {
    directory.setContent({ token: 'abc' });
    expect(() => read({ token: 'abc', tokenFile: tokenFile() })).toThrow(
      `${configKey} has both token and tokenFile`,
    );
  });
});
