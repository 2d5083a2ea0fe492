import {
  pino,
  stdTimeFunctions,
  type DestinationStream,
  type Logger,
} from 'pino';
import type { ServiceConfig } from './config';

/**
 * The log: JSON lines. Callers pass fields that they have chosen; no serializer
 * takes whole requests or errors apart, so no header can get in.
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
    serializers: {},
  };
  return destination ? pino(options, destination) : pino(options);
}
