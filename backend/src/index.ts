/**
 * The in-cluster service that answers the Knative event mesh as one document.
 *
 * @packageDocumentation
 */
export { ConfigError, readConfig, type ServiceConfig } from './config';
export {
  startService,
  type Service,
  type ServiceDependencies,
} from './service';
