export { LinkDetails, LinkOutcome } from './LinkDetails';
