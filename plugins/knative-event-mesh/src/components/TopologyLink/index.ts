export { TopologyLink } from './TopologyLink';
