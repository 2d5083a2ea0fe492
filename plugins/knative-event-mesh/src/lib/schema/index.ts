export { describeSchema, type SchemaNode } from './describeSchema';
export { fieldsOf } from './fieldsOf';
export type { SchemaPart } from './schemaParts';
