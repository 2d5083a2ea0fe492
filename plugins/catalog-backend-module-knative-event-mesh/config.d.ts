import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Knative event meshes, by environment. A key consists of lower-case
       * letters, digits and single dashes, starts with a letter, and has at
       * most 40 characters. With several environments, each needs an
       * `entityNamespace` of its own.
       */
      knativeEventMesh?: {
        [environment: string]: {
          /**
           * URL of the event mesh service, with or without `/v1` at the end.
           */
          baseUrl: string;
          /**
           * Kubernetes bearer token with which the service reads the cluster.
           * Either this or `tokenFile` is needed.
           * @visibility secret
           */
          token?: string;
          /**
           * Path of a file with the token. It is read for each poll, so a token
           * that is rotated there is used without a restart.
           */
          tokenFile?: string;
          /**
           * Path of a PEM file with the certificate authority of an https
           * service. It is read for each poll. Default: those of Node.js.
           */
          caFile?: string;
          /**
           * The same as PEM text, or that in base64.
           */
          caData?: string;
          /**
           * How long one request to the service may take. Less than the timeout
           * of the schedule. Default: 45 seconds.
           */
          timeout?: string | HumanDuration;
          /**
           * Kubernetes namespaces to read. Entities of other ones are removed.
           * Default: all that the token may read.
           */
          namespaces?: string[];
          /**
           * What gets no entities, by `false`. Event types always get theirs.
           */
          emit?: {
            brokers?: boolean;
            channels?: boolean;
            sources?: boolean;
            sinks?: boolean;
            flows?: boolean;
          };
          /**
           * When to poll. Default: every minute, with a timeout of 50 seconds.
           */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
          /**
           * Topic of the events service. Each event of it starts a poll, besides
           * the schedule; what it says does not matter. Default: none.
           */
          eventsTopic?: string;
          /**
           * Owner of the entities of which neither the annotation
           * `knative-event-mesh/owner` of the object or of its Namespace nor
           * `ownerByNamespace` says
           * another one; a Group of the default namespace unless the ref says
           * otherwise. Default: `unknown`.
           */
          owner?: string;
          /**
           * Owners by Kubernetes namespace.
           */
          ownerByNamespace?: { [namespace: string]: string };
          /**
           * System that the entities are part of. Default: the System of the
           * environment.
           */
          system?: string;
          /**
           * Lifecycle of the entities. Default: the key of the environment.
           */
          lifecycle?: string;
          /**
           * Namespace of the entities, made from `{namespace}`, the Kubernetes
           * namespace, and `{environment}`, the key of the environment; such as
           * `{environment}-{namespace}`. Default: `{namespace}`.
           */
          entityNamespace?: string;
          /**
           * How Components are named: with the Kubernetes kind at the end, or as
           * the plugin of knative-extensions/backstage-plugins names them.
           * Default: `name-and-kind`.
           */
          naming?: 'name-and-kind' | 'upstream';
          /**
           * Type of the APIs. With `eventType` their definition is the schema of
           * the event type alone. Default: `asyncapi`.
           */
          apiType?: 'asyncapi' | 'eventType';
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
           * Removals of a Kubernetes kind are doubted when they are at least ten
           * and more than this part of its entities; and so is the removal of
           * all entities. From 0 to 100. Default: 50.
           */
          rejectRemovalsAbovePercentage?: number;
          /**
           * For how long removals are doubted before they are believed.
           * Default: 30 minutes.
           */
          acceptRemovalsAfter?: string | HumanDuration;
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
