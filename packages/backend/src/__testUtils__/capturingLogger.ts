import {
  coreServices,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';

/**
 * A logger that keeps every line, with its fields, and redacts nothing: what
 * must not be logged must not be handed to a logger in the first place.
 */
export function createCapturingLogger() {
  const lines: string[] = [];

  function loggerWith(context: object): RootLoggerService {
    const keep = (level: string) => (message: string, meta?: unknown) => {
      const fields =
        meta instanceof Error
          ? { ...meta, message: meta.message, stack: meta.stack }
          : (meta as object | undefined);
      lines.push(
        `${level} ${message} ${JSON.stringify({ ...context, ...fields })}`,
      );
    };
    return {
      error: keep('error'),
      warn: keep('warn'),
      info: keep('info'),
      debug: keep('debug'),
      child: meta => loggerWith({ ...context, ...meta }),
    };
  }

  return {
    lines,
    service: createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => loggerWith({}),
    }),
  };
}
