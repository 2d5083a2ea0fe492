export { Provider } from './Provider';
