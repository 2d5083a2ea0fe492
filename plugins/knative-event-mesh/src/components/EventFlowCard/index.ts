export { EventFlowCard } from './EventFlowCard';
