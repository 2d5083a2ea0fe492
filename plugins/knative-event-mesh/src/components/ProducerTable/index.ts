export { ProducerEvidence } from './ProducerEvidence';
export { ProducerTable } from './ProducerTable';
