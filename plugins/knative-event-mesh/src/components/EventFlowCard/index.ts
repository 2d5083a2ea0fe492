export { EventFlow } from './EventFlow';
export { EventFlowCard } from './EventFlowCard';
