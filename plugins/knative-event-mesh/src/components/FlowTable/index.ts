export { FlowTable } from './FlowTable';
export { type FlowColumn, PlainTable } from './PlainTable';
