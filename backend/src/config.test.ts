import { readConfig } from './config';

const inCluster = {
  KUBERNETES_SERVICE_HOST: '10.0.0.1',
  KUBERNETES_SERVICE_PORT: '6443',
};

describe('readConfig', () => {
  it('needs nothing but what Kubernetes sets in a pod', () => {
    expect(readConfig(inCluster)).toEqual({
      host: undefined,
      port: 8080,
      kubernetes: {
        url: 'https://10.0.0.1:6443',
        caFile: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
      },
      deadlineSeconds: 30,
      maxConcurrentBuilds: 4,
      logLevel: 'info',
    });
  });

  it('takes every variable', () => {
    expect(
      readConfig({
        ...inCluster,
        HOST: '127.0.0.1',
        PORT: '0',
        METRICS_PORT: '9090',
        KUBERNETES_API_URL: 'https://api.example.com/cluster/',
        KUBERNETES_CA_FILE: 'ca.pem',
        TLS_CERTIFICATE_FILE: 'tls.crt',
        TLS_KEY_FILE: 'tls.key',
        DEADLINE_SECONDS: '2.5',
        MAX_CONCURRENT_BUILDS: '8',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      host: '127.0.0.1',
      port: 0,
      metricsPort: 9090,
      kubernetes: { url: 'https://api.example.com/cluster', caFile: 'ca.pem' },
      tls: { certificateFile: 'tls.crt', keyFile: 'tls.key' },
      deadlineSeconds: 2.5,
      maxConcurrentBuilds: 8,
      logLevel: 'debug',
    });
  });

  it('puts an IPv6 host in brackets', () => {
    const env = { KUBERNETES_SERVICE_HOST: 'fd00::1' };
    expect(readConfig(env).kubernetes.url).toBe('https://[fd00::1]');
  });

  it.each([
    [
      { ...inCluster, TLS_KEY_FILE: 'tls.key' },
      /^TLS_CERTIFICATE_FILE is not set.*both/,
    ],
    [
      { ...inCluster, TLS_CERTIFICATE_FILE: 'tls.crt' },
      /^TLS_KEY_FILE is not set.*both/,
    ],
    [{}, /^KUBERNETES_API_URL is not set.*such as https:/],
    [
      { KUBERNETES_API_URL: 'http://10.0.0.1' },
      /^KUBERNETES_API_URL .*https:\/\//,
    ],
    [{ KUBERNETES_API_URL: '10.0.0.1:6443' }, /^KUBERNETES_API_URL /],
    [
      { KUBERNETES_API_URL: 'https://user:secret@10.0.0.1' },
      /^KUBERNETES_API_URL (?!.*secret)/,
    ],
    [{ KUBERNETES_SERVICE_HOST: 'a b' }, /^KUBERNETES_SERVICE_HOST /],
    [
      { ...inCluster, KUBERNETES_SERVICE_PORT: 'tcp://x' },
      /^KUBERNETES_SERVICE_PORT is "tcp:\/\/x"\. Write a whole number/,
    ],
    [
      { ...inCluster, PORT: '80a' },
      /^PORT is "80a"\. Write a whole number from 0 to 65535, or leave it out for 8080\.$/,
    ],
    [{ ...inCluster, PORT: '70000' }, /^PORT /],
    [{ ...inCluster, PORT: '80.5' }, /^PORT /],
    [{ ...inCluster, DEADLINE_SECONDS: '0' }, /^DEADLINE_SECONDS .*from 1/],
    [{ ...inCluster, LOG_LEVEL: 'loud' }, /^LOG_LEVEL .*silent, fatal/],
  ])('refuses %j', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });
});
