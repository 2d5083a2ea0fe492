export { DestinationLink } from './DestinationLink';
