import type { EventTypeDeclaration } from 'backstage-plugin-knative-event-mesh-common';

/** The value of a CloudEvents attribute in the structured mode. */
export type AttributeValue = string | number | boolean;

/**
 * An event on its way to a broker's filter. In the binary mode there are only
 * strings; in the structured one an extension can be a number or a boolean.
 */
export interface SentEvent {
  mode: 'structured' | 'binary';
  /** By name; names such as `__proto__` are the object's own properties. */
  attributes: Readonly<Record<string, AttributeValue>>;
}

/** An element of `spec.filters`, as the CRD of Trigger has it. */
export interface FilterElement {
  exact?: Readonly<Record<string, string>>;
  prefix?: Readonly<Record<string, string>>;
  suffix?: Readonly<Record<string, string>>;
  all?: readonly FilterElement[];
  any?: readonly FilterElement[];
  not?: FilterElement;
  cesql?: string;
}

/** `spec.filter.attributes` and `spec.filters` of a Trigger. */
export interface TriggerFilters {
  filter?: Readonly<Record<string, string>>;
  filters?: readonly FilterElement[];
}

/** Something to decide, and events to hold the verdict against. */
export interface FuzzCase {
  eventType: EventTypeDeclaration;
  /** Event types that the same trigger was asked about before. */
  askedBefore: readonly EventTypeDeclaration[];
  trigger: TriggerFilters;
  /** Undefined if it is not known. */
  brokerClass: string | undefined;
  /** Undefined if the version of Knative is not known. */
  isKnativeAtLeast115: true | undefined;
  /** Events of the type. */
  events: readonly SentEvent[];
  /** Events of any type that went through the same trigger before. */
  earlier: readonly SentEvent[];
}
