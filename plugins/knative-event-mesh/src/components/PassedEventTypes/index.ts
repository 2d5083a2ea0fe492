export { PassedEventTypes } from './PassedEventTypes';
