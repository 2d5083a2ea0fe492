import type {
  Finding,
  MatchReason,
} from 'backstage-plugin-knative-event-mesh-common';
import { TRIGGER } from '../knative';
import type { ReadyTrigger } from '../prepareTriggers';
import { finding, type FindingCode } from './codes';

const RABBITMQ = 'RabbitMQBroker';

interface Problem {
  code: FindingCode;
  action: string;
}

const invalid: Problem = {
  code: 'invalidFilter',
  action: `Correct it; Knative's webhook would not accept it as it is.`,
};

const notEvaluated: Problem = {
  code: 'filterNotEvaluated',
  action:
    'Split it into several triggers or shorten it, so that it can be told who receives what.',
};

const problemOf: Partial<Record<MatchReason['code'], Problem>> = {
  expressionInvalid: invalid,
  filterMalformed: invalid,
  expressionNotEvaluated: notEvaluated,
  filterNotEvaluated: notEvaluated,
};

/**
 * A finding for each filter that no verdict can be made of, and for those that
 * their broker does not look at.
 */
export function filterFindings(triggers: readonly ReadyTrigger[]): Finding[] {
  return triggers.flatMap(ready => {
    const { namespace, name } = ready.trigger.metadata;
    const object = { ...TRIGGER, namespace, name };
    const problems = ready.prepared.problems.flatMap(({ code, text }) => {
      const problem = problemOf[code];
      return problem ? finding(problem.code, object, text, problem.action) : [];
    });
    return isIgnored(ready)
      ? [
          ...problems,
          finding(
            'filtersIgnored',
            object,
            `Brokers of class ${RABBITMQ} do not look at spec.filters, so that more passes than it looks like.`,
            `Write the filter as spec.filter.attributes, which they do look at.`,
          ),
        ]
      : problems;
  });
}

/** knative.md 3.2. */
function isIgnored({ trigger, broker }: ReadyTrigger): boolean {
  return broker?.brokerClass === RABBITMQ && trigger.filters !== undefined;
}
