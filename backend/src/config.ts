/** Levels of the log, from silent to most talkative. */
export const logLevels = [
  'silent',
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
] as const;

/** What the service needs to know to start. It holds no credential. */
export interface ServiceConfig {
  /** Address to listen on; all interfaces if absent. */
  host?: string;
  /** Port to listen on; 0 for any free one. */
  port: number;
  /** Port of `/metrics`; nobody can ask for them if absent. 0 for any free one. */
  metricsPort?: number;
  kubernetes: {
    /** `https://` URL of the API server, without a trailing slash. */
    url: string;
    /** PEM file of the authority that signed the API server's certificate. */
    caFile: string;
  };
  /** PEM files of the certificate of `port`; plain HTTP if absent. */
  tls?: { certificateFile: string; keyFile: string };
  /** How long one request may take, in seconds. */
  deadlineSeconds: number;
  /** How many different answers may be made at a time; 4 if absent. */
  maxConcurrentBuilds?: number;
  logLevel: (typeof logLevels)[number];
}

/** A setting that the service cannot start with; the message says what to write. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Not yet held against a memory limit. A process that makes one answer at a time
 * of 10,000 Triggers peaks at some 410 MB (docs/performance.md).
 */
export const MAX_CONCURRENT_BUILDS = 4;

const IN_CLUSTER_CA = '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt';

/**
 * Reads the configuration from environment variables (backend/README.md lists
 * them). An empty variable counts as unset.
 *
 * @throws ConfigError naming the variable and what to write
 */
export function readConfig(env: Environment): ServiceConfig {
  return {
    host: env.HOST || undefined,
    port: readNumber(env, 'PORT', {
      fallback: 8080,
      minimum: 0,
      maximum: 65_535,
      whole: true,
    }),
    ...(env.METRICS_PORT && {
      metricsPort: readNumber(env, 'METRICS_PORT', {
        fallback: 0,
        minimum: 0,
        maximum: 65_535,
        whole: true,
      }),
    }),
    kubernetes: {
      url: readServerUrl(env),
      caFile: env.KUBERNETES_CA_FILE || IN_CLUSTER_CA,
    },
    ...readTls(env),
    deadlineSeconds: readNumber(env, 'DEADLINE_SECONDS', {
      fallback: 30,
      minimum: 1,
      maximum: 600,
      whole: false,
    }),
    maxConcurrentBuilds: readNumber(env, 'MAX_CONCURRENT_BUILDS', {
      fallback: MAX_CONCURRENT_BUILDS,
      minimum: 1,
      maximum: 100,
      whole: true,
    }),
    logLevel: readLogLevel(env),
  };
}

function readTls(env: Environment): Pick<ServiceConfig, 'tls'> {
  const certificateFile = env.TLS_CERTIFICATE_FILE;
  const keyFile = env.TLS_KEY_FILE;
  if (certificateFile && keyFile) {
    return { tls: { certificateFile, keyFile } };
  }
  if (certificateFile || keyFile) {
    const missing = certificateFile ? 'TLS_KEY_FILE' : 'TLS_CERTIFICATE_FILE';
    throw new ConfigError(
      `${missing} is not set. Write the paths of both PEM files, TLS_CERTIFICATE_FILE and TLS_KEY_FILE, or none of them for plain HTTP.`,
    );
  }
  return {};
}

function readServerUrl(env: Environment): string {
  if (env.KUBERNETES_API_URL) {
    return checkServerUrl(env.KUBERNETES_API_URL);
  }
  const host = env.KUBERNETES_SERVICE_HOST;
  if (!host) {
    throw new ConfigError(
      'KUBERNETES_API_URL is not set, and neither is KUBERNETES_SERVICE_HOST, which Kubernetes sets in a pod. ' +
        'Outside a cluster, set KUBERNETES_API_URL to the address of the API server, such as https://10.0.0.1:6443.',
    );
  }
  const port = readNumber(env, 'KUBERNETES_SERVICE_PORT', {
    fallback: 443,
    minimum: 1,
    maximum: 65_535,
    whole: true,
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return checkServerUrl(`https://${name}:${port}`, 'KUBERNETES_SERVICE_HOST');
}

function checkServerUrl(text: string, variable = 'KUBERNETES_API_URL'): string {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.username || url.search || url.hash) {
    throw new ConfigError(
      `${variable} does not name an API server. Write an https:// address without user, query or fragment, such as https://10.0.0.1:6443; ` +
        'tokens are never sent over plain HTTP.',
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/$/, '');
}

function readNumber(
  env: Environment,
  variable: string,
  expected: {
    fallback: number;
    minimum: number;
    maximum: number;
    whole: boolean;
  },
): number {
  const text = env[variable];
  if (!text) {
    return expected.fallback;
  }
  const { minimum, maximum, whole } = expected;
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  const isValid =
    value >= minimum && value <= maximum && (!whole || Number.isInteger(value));
  if (!isValid) {
    throw new ConfigError(
      `${variable} is ${JSON.stringify(text)}. Write a ${
        whole ? 'whole ' : ''
      }number from ${minimum} to ${maximum}, or leave it out for ${
        expected.fallback
      }.`,
    );
  }
  return value;
}

function readLogLevel(env: Environment): ServiceConfig['logLevel'] {
  const text = env.LOG_LEVEL || 'info';
  const level = logLevels.find(known => known === text);
  if (!level) {
    throw new ConfigError(
      `LOG_LEVEL is ${JSON.stringify(text)}. Write one of ${logLevels.join(
        ', ',
      )}.`,
    );
  }
  return level;
}
