import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Knative event meshes, by environment. A key consists of lower-case
       * letters, digits and single dashes, starts with a letter, and has at
       * most 40 characters. This version takes one environment.
       */
      knativeEventMesh?: {
        [environment: string]: {
          /**
           * URL of the event mesh service, with or without `/v1` at the end.
           */
          baseUrl: string;
          /**
           * Kubernetes bearer token with which the service reads the cluster.
           * @visibility secret
           */
          token: string;
          /**
           * When to poll. Default: every minute, with a timeout of 50 seconds.
           */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
          /**
           * Owner of the entities; a Group of the default namespace unless the
           * ref says otherwise. Default: `unknown`.
           */
          owner?: string;
          /**
           * Lifecycle of the entities. Default: the key of the environment.
           */
          lifecycle?: string;
          /**
           * Relates also consumers that may, but need not, receive an event
           * type. Default: false.
           */
          relatePossibleConsumers?: boolean;
          /**
           * Relates the consumers that a service names without saying through
           * which trigger. Only for services other than this project's.
           * Default: false.
           */
          trustConsumedBy?: boolean;
          /**
           * Labels and annotations of Kubernetes objects that their entities
           * carry too, besides the defaults. A key may end with `*`.
           */
          passThrough?: {
            labels?: string[];
            annotations?: string[];
          };
        };
      };
    };
  };
}
