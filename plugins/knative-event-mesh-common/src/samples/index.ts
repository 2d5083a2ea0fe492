export { parseSchema, type JsonData, type SchemaObject } from './json';
export { headerValue } from './headerValue';
export {
  readSchemaDocument,
  type ReferenceTarget,
  type SchemaDocument,
} from './schemaDocument';
export { sampleData } from './sampleData';
export {
  sampleEvent,
  type SampleEvent,
  type SampleEventInput,
} from './sampleEvent';
export { subschemas, type Subschema } from './subschemas';
