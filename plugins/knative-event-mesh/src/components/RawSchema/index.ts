export { RawSchema } from './RawSchema';
