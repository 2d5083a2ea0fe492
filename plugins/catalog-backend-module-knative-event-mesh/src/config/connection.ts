import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { currentCertificates, readCertificates } from './certificates';
import { checkToken, currentToken } from './token';
import type { ConnectionConfig } from './types';

/**
 * Reads how the service is reached, and tries the files that are named.
 *
 * @param taskTimeoutMilliseconds - of the schedule, which ends each request
 */
export function readConnection(
  config: Config,
  configKey: string,
  taskTimeoutMilliseconds: number,
): ConnectionConfig {
  const baseUrl = readBaseUrl(config, configKey);
  return {
    configKey,
    baseUrl,
    ...readTokenSource(config, configKey),
    ...readCertificateSource(config, configKey, baseUrl),
    timeoutMilliseconds: readTimeout(
      config,
      configKey,
      taskTimeoutMilliseconds,
    ),
  };
}

function readBaseUrl(config: Config, configKey: string): string {
  const key = `${configKey}.baseUrl`;
  const advice =
    'Set it to the URL of the event mesh service, as in http://eventmesh-backend.knative-eventing.svc:8080';
  const value = config.getOptionalString('baseUrl');
  if (!value) {
    throw new InputError(`${key} is missing. ${advice}`);
  }
  if (!URL.canParse(value)) {
    throw new InputError(`${key} is not a URL. ${advice}`);
  }
  const url = new URL(value);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new InputError(`${key} is not an http or https URL. ${advice}`);
  }
  // The URL stands in log lines and error messages, so it must hold no secret.
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `${key} has a user, a query or a fragment. Leave them out; the token belongs in ${configKey}.token`,
    );
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
  return `${url.origin}${path}`;
}

function readTokenSource(
  config: Config,
  configKey: string,
): Pick<ConnectionConfig, 'token' | 'tokenFile'> {
  const tokenFile = config.getOptionalString('tokenFile');
  if (tokenFile === undefined) {
    const token = config.getOptionalString('token');
    if (!token) {
      throw new InputError(
        `${configKey}.token is missing. Set it to a Kubernetes bearer token, best from the environment, as in \${KNATIVE_EVENT_MESH_TOKEN}, or set ${configKey}.tokenFile to the path of a file that holds one`,
      );
    }
    return { token: checkToken(token, `${configKey}.token`) };
  }
  if (config.has('token')) {
    throw new InputError(
      `${configKey} has both token and tokenFile. Keep the one that holds the token to use, and remove the other`,
    );
  }
  currentToken({ configKey, tokenFile });
  return { tokenFile };
}

function readCertificateSource(
  config: Config,
  configKey: string,
  baseUrl: string,
): Pick<ConnectionConfig, 'caFile' | 'caData'> {
  const caFile = config.getOptionalString('caFile');
  const caData = config.getOptionalString('caData');
  if (caFile === undefined && caData === undefined) {
    return {};
  }
  if (caFile !== undefined && caData !== undefined) {
    throw new InputError(
      `${configKey} has both caFile and caData. Keep one, and remove the other`,
    );
  }
  const name = caFile === undefined ? 'caData' : 'caFile';
  if (!baseUrl.startsWith('https:')) {
    throw new InputError(
      `${configKey}.${name} has no use, because ${configKey}.baseUrl is not an https URL. Write https in baseUrl, or remove ${name}`,
    );
  }
  if (caData !== undefined) {
    return { caData: readCertificates(caData, `${configKey}.caData`) };
  }
  currentCertificates({ configKey, caFile });
  return { caFile };
}

function readTimeout(
  config: Config,
  configKey: string,
  taskTimeoutMilliseconds: number,
): number | undefined {
  if (!config.has('timeout')) {
    return undefined;
  }
  const key = `${configKey}.timeout`;
  let milliseconds: number;
  try {
    milliseconds = durationToMilliseconds(
      readDurationFromConfig(config, { key: 'timeout' }),
    );
  } catch (error) {
    throw new InputError(
      `${key} is not a duration: ${stringifyError(
        error,
      )}. Write one as in 30s, PT30S or { seconds: 30 }`,
    );
  }
  if (!(milliseconds > 0 && milliseconds < taskTimeoutMilliseconds)) {
    throw new InputError(
      `${key} must be more than nothing and less than the timeout of the task, which is ${
        taskTimeoutMilliseconds / 1000
      } s. Change it, or set ${configKey}.schedule.timeout`,
    );
  }
  return milliseconds;
}
