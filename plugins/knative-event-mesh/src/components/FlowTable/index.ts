export { FlowTable, type FlowColumn } from './FlowTable';
