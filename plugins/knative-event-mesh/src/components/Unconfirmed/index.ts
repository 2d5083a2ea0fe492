export { Unconfirmed } from './Unconfirmed';
