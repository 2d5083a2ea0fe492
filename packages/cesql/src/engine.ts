/**
 * Whose behaviour counts where implementations of the language differ:
 *
 * - `specification`: the text of CloudEvents SQL v1. Lengths count Unicode
 *   characters.
 * - `go`: `github.com/cloudevents/sdk-go/sql/v2`, as Knative's
 *   MTChannelBasedBroker runs it. Lengths count bytes of UTF-8.
 * - `java`: `io.cloudevents:cloudevents-sql`, as Knative's brokers on Kafka run
 *   it. Lengths count units of UTF-16.
 *
 * @public
 */
export type EngineName = 'specification' | 'go' | 'java';

/**
 * What happens at an error:
 *
 * - `failFast`: the evaluation ends with it.
 * - `complete`: the evaluation goes on with the zero value of the type, and ends
 *   with a value and all errors.
 *
 * @public
 */
export type ErrorMode = 'failFast' | 'complete';

/**
 * How the name of an attribute in an expression finds the attribute. Names of
 * attributes are always in lower case.
 *
 * @public
 */
export type AttributeNames = 'lowerCase' | 'asWritten';

/**
 * Which implementation of the language is asked.
 *
 * @public
 */
export interface EngineOptions {
  /** `specification` unless told. */
  engine?: EngineName;
  /** `complete` for `java`, else `failFast`, unless told. */
  errorMode?: ErrorMode;
  /** `lowerCase` for `go`, else `asWritten`, unless told. */
  attributeNames?: AttributeNames;
}

/** Everything in which implementations differ. */
export interface Engine {
  name: EngineName;
  errorMode: ErrorMode;
  attributeNames: AttributeNames;
}

export function engineOf(options: EngineOptions): Engine {
  const name = options.engine ?? 'specification';
  return {
    name,
    errorMode: options.errorMode ?? (name === 'java' ? 'complete' : 'failFast'),
    attributeNames:
      options.attributeNames ?? (name === 'go' ? 'lowerCase' : 'asWritten'),
  };
}
