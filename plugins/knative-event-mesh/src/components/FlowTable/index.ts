export { FlowTable } from './FlowTable';
export { type FlowColumn, PlainTable, type TableSort } from './PlainTable';
