export { LinkAdvice } from './LinkAdvice';
