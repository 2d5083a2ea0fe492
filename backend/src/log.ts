import {
  pino,
  stdTimeFunctions,
  type DestinationStream,
  type Logger,
} from 'pino';
import type { ServiceConfig } from './config';

/**
 * The log: JSON lines. Callers pass words and numbers that they have chosen,
 * never a request, a response or an error as a whole: those hold headers.
 *
 * @param destination - standard output if absent
 */
export function createLogger(
  level: ServiceConfig['logLevel'],
  destination?: DestinationStream,
): Logger {
  const options = {
    level,
    base: { service: 'eventmesh-backend' },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination ? pino(options, destination) : pino(options);
}
