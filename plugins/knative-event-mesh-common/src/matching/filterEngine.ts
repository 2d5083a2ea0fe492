import type { MatchReason } from '../contract';
import type { AttributeCondition } from './attributeCondition';
import type { Condition } from './condition';
import type { AttributeKnowledge } from './eventTypeKnowledge';
import type { FilterElement } from './filterElement';
import type { Results } from './results';

/** What an engine makes of filters, and what it leaves out of them. */
export interface EngineReading {
  condition: Condition;
  /** What of the filters does not do what it looks like. */
  notes: readonly MatchReason[];
}

/** How brokers of some class filter events. */
export interface FilterEngine {
  /** As a developer knows it: the broker class. */
  name: string;
  /** `spec.filter.attributes`. */
  readAttributes(filter: Readonly<Record<string, string>>): EngineReading;
  /** `spec.filters`; absent if this engine ignores them. */
  readFilters?(elements: readonly FilterElement[]): EngineReading;
  /** What it sees of an attribute of which something is known. */
  seen(attribute: string, known: AttributeKnowledge): AttributeKnowledge;
  /** What a condition makes of events without the attribute. */
  resultsOfAbsence(condition: AttributeCondition): Results;
}
