export { FlowSteps } from './FlowSteps';
