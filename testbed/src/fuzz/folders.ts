import { dirname, join } from 'node:path';

const testbedFolder = dirname(require.resolve('../../package.json'));

/** The Go program with the filters of MTChannelBasedBroker. */
export const eventFilterModule = join(testbedFolder, 'event-filter');

/** Our part of the Java program with the filters of the brokers for Kafka. */
export const kafkaFilterFolder = join(testbedFolder, 'kafka-filter');
