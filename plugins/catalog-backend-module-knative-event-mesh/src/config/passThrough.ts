import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { PassThroughConfig } from './types';

/** Reads what entities take over from their Kubernetes objects. */
export function readPassThrough(
  config: Config,
  configKey: string,
): PassThroughConfig {
  return {
    labels: readKeys(config, configKey, 'labels'),
    annotations: readKeys(config, configKey, 'annotations'),
  };
}

function readKeys(
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
