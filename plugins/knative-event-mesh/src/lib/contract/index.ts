export {
  type ContractAttribute,
  contractOf,
  type EventContract,
} from './contractOf';
export type { ContractSchema } from './schemaOfContract';
export { subscriptionManifest } from './subscriptionYaml';
export { sampleAsCurl, sampleAsJson } from './sampleTexts';
