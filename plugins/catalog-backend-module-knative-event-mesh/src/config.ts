import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';

const PROVIDERS_KEY = 'catalog.providers.knativeEventMesh';
const ENVIRONMENT = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const MAXIMUM_ENVIRONMENT_LENGTH = 40;
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { seconds: 50 },
};

/** Labels and annotations, by key, that entities take over from Kubernetes objects. */
export interface PassThroughConfig {
  labels: string[];
  annotations: string[];
}

/** The validated settings of one environment. */
export interface ProviderConfig {
  environment: string;
  /** Where the settings stand, for messages that tell what to change. */
  configKey: string;
  /** Without trailing slash and without `/v1`. */
  baseUrl: string;
  token: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Full entity ref. */
  owner: string;
  lifecycle: string;
  relatePossibleConsumers: boolean;
  trustConsumedBy: boolean;
  /** What is passed through besides the defaults. */
  passThrough: PassThroughConfig;
}

/**
 * Reads the environments under `catalog.providers.knativeEventMesh`; none when
 * the block is absent or empty.
 */
export function readProviderConfigs(rootConfig: Config): ProviderConfig[] {
  const providers = rootConfig.getOptionalConfig(PROVIDERS_KEY);
  const environments = providers?.keys() ?? [];

  if (environments.includes('baseUrl')) {
    throw new InputError(
      `The settings under ${PROVIDERS_KEY} belong to no environment. Put them under a key of your choice, as in ${PROVIDERS_KEY}.production.baseUrl`,
    );
  }
  for (const environment of environments) {
    checkEnvironment(environment);
  }
  if (environments.length > 1) {
    throw new InputError(
      `${PROVIDERS_KEY} has ${
        environments.length
      } environments (${environments.join(
        ', ',
      )}), but this version takes one. Keep one of the keys and remove the others`,
    );
  }
  return environments.map(environment =>
    readProviderConfig(environment, rootConfig),
  );
}

function checkEnvironment(environment: string) {
  if (
    !ENVIRONMENT.test(environment) ||
    environment.length > MAXIMUM_ENVIRONMENT_LENGTH
  ) {
    throw new InputError(
      `'${environment}' under ${PROVIDERS_KEY} cannot be the key of an environment. Use lower-case letters, digits and single dashes, start with a letter, and use at most ${MAXIMUM_ENVIRONMENT_LENGTH} characters, as in 'production' or 'eu-west-1'`,
    );
  }
}

function readProviderConfig(
  environment: string,
  rootConfig: Config,
): ProviderConfig {
  const configKey = `${PROVIDERS_KEY}.${environment}`;
  const config = rootConfig.getConfig(configKey);

  return {
    environment,
    configKey,
    baseUrl: readBaseUrl(config, configKey),
    token: readToken(config, configKey),
    schedule: readSchedule(config, configKey),
    owner: readOwner(config, configKey),
    lifecycle: config.getOptionalString('lifecycle') ?? environment,
    relatePossibleConsumers:
      config.getOptionalBoolean('relatePossibleConsumers') ?? false,
    trustConsumedBy: config.getOptionalBoolean('trustConsumedBy') ?? false,
    passThrough: {
      labels: readPassThroughKeys(config, configKey, 'labels'),
      annotations: readPassThroughKeys(config, configKey, 'annotations'),
    },
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

function readToken(config: Config, configKey: string): string {
  const token = config.getOptionalString('token')?.trim();
  if (!token) {
    throw new InputError(
      `${configKey}.token is missing. Set it to a Kubernetes bearer token, best from the environment, as in \${KNATIVE_EVENT_MESH_TOKEN}`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new InputError(
      `${configKey}.token holds characters that cannot stand in a bearer token. Set it to the token alone, without 'Bearer', blanks or line breaks`,
    );
  }
  return token;
}

function readSchedule(
  config: Config,
  configKey: string,
): SchedulerServiceTaskScheduleDefinition {
  if (!config.has('schedule')) {
    return DEFAULT_SCHEDULE;
  }
  const key = `${configKey}.schedule`;
  let schedule: SchedulerServiceTaskScheduleDefinition;
  try {
    schedule = readSchedulerServiceTaskScheduleDefinitionFromConfig(
      config.getConfig('schedule'),
    );
  } catch (error) {
    throw new InputError(
      `${key} is not valid: ${stringifyError(
        error,
      )}. It takes frequency (a cron expression, an ISO duration as PT1M, or as { minutes: 1 }) and timeout (a duration)`,
    );
  }
  if (schedule.scope === 'local') {
    throw new InputError(
      `${key}.scope cannot be local: each replica would write the same entities. Leave it out`,
    );
  }
  return schedule;
}

function readOwner(config: Config, configKey: string): string {
  const owner = config.getOptionalString('owner') ?? 'unknown';
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'Group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new InputError(
      `${configKey}.owner is not an entity ref. Write the name of a Group, or a full ref as in group:default/event-platform`,
    );
  }
}

function readPassThroughKeys(
  config: Config,
  configKey: string,
  list: keyof PassThroughConfig,
): string[] {
  const keys = config.getOptionalStringArray(`passThrough.${list}`) ?? [];
  for (const key of keys) {
    if (key.slice(0, -1).includes('*')) {
      throw new InputError(
        `${configKey}.passThrough.${list} has '${key}', but * can only stand at the end, as in 'example.com/*'`,
      );
    }
  }
  return keys;
}
