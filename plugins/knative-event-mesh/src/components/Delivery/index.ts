export { Delivery } from './Delivery';
