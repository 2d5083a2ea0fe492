import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readProviderConfigs } from '.';
import { certificate } from '../__testUtils__/certificate';
import { currentCertificates } from './certificates';

const configKey = 'catalog.providers.knativeEventMesh.dev';

describe('caFile and caData', () => {
  const directory = createMockDirectory();
  const caFile = () => directory.resolve('ca.crt');
  let pem: string;

  beforeAll(async () => {
    pem = (await certificate()).pem;
  });

  function read(settings: JsonObject) {
    const [config] = readProviderConfigs(
      new ConfigReader({
        catalog: {
          providers: {
            knativeEventMesh: {
              dev: {
                baseUrl: 'https://mesh.example.com',
                token: 'abc',
                ...settings,
              },
            },
          },
        },
      }),
    );
    return config;
  }

  it('are those of Node.js when there is none', () => {
    expect(currentCertificates(read({}))).toBeUndefined();
  });

  it('may be PEM text, or that in base64', () => {
    const caData = Buffer.from(pem).toString('base64');
    expect(currentCertificates(read({ caData: pem }))).toBe(pem);
    expect(currentCertificates(read({ caData }))).toBe(pem);
  });

  it('may be a file of several certificates, which is read anew each time', () => {
    directory.setContent({ 'ca.crt': pem });
    const config = read({ caFile: caFile() });
    expect(currentCertificates(config)).toBe(pem);
    directory.setContent({ 'ca.crt': `# both\n${pem}\n${pem}` });
    expect(currentCertificates(config)).toBe(`# both\n${pem}\n${pem}`);
  });

  it.each<[string, () => JsonObject, string]>([
    ['no file', () => ({ caFile: caFile() }), `.caFile names <file>, which`],
    [
      'a file with a key',
      () => ({ caFile: directory.resolve('key') }),
      'of catalog.providers.knativeEventMesh.dev.caFile holds no certificate',
    ],
    [
      'a damaged certificate',
      () => ({ caData: pem.replace(/\n.{30}/, '\n') }),
      `${configKey}.caData holds no certificate, or one that cannot be read`,
    ],
    [
      'something that is neither PEM nor base64',
      () => ({ caData: '?' }),
      `${configKey}.caData holds no certificate`,
    ],
    [
      'both',
      () => ({ caData: pem, caFile: caFile() }),
      `${configKey} has both caFile and caData`,
    ],
    [
      'a service without TLS',
      () => ({ caData: pem, baseUrl: 'http://mesh.example.com' }),
      `${configKey}.caData has no use`,
    ],
  ])('refuse %s', (_, settings, message) => {
    const key =
      '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----';
    directory.setContent({ key });
    const failing = () => read(settings());
    expect(failing).toThrow(message.replace('<file>', caFile()));
    expect(failing).not.toThrow('c2VjcmV0');
  });
});
