export { SubscriberLink } from './SubscriberLink';
