/** Texts of the page Try an event; verdicts' reasons are those of matching. */
export const tryEventMessages = {
  introduction:
    'Say what an event is like, and see which triggers of a broker would deliver it, to whom, and why not the others. Nothing is sent.',
  brokers: 'brokers',
  noBroker: {
    title: 'The catalog has no broker.',
    description:
      'Only brokers have filters: what is sent to a channel or a sink is delivered as it is.',
  },
  broker: 'Broker',
  chooseBroker: 'Choose a broker',
  brokerInEnvironment: '{{broker}} in {{environment}}',
  brokerHint:
    'The event is sent to a broker, whose triggers decide where it goes.',
  unknownBroker: {
    title: 'There is no such broker.',
    description:
      'The catalog has no broker {{brokerRef}}, or you may not see it.',
  },
  startFrom: 'Start from an event type',
  startFromNone: 'None',
  event: {
    title: 'Event',
    remove: 'Remove {{name}}',
    hint: 'What is not given is not known: it may be absent, or have any value. A name in braces, as in `/shops/{shop}`, stands for any text.',
    another: 'Another attribute',
    anotherExample: 'country',
    add: 'Add',
    taken: 'The event has this attribute already.',
    invalid: 'Only lower-case letters and digits, and not data.',
  },
  triggers: {
    title: 'Triggers',
    what: 'triggers',
    withoutClass: 'Broker without a class',
    trigger: 'Trigger',
    verdict: 'Verdict',
    filter: 'Filter',
    consumer: 'Consumer',
    none: 'No trigger takes events from this broker.',
    ask_one:
      'Give the event a type, or start from an event type, to see which of 1 trigger would deliver it.',
    ask_other:
      'Give the event a type, or start from an event type, to see which of {{count}} triggers would deliver it.',
    outcome_one: '{{delivering}} of 1 trigger would deliver it.',
    outcome_other: '{{delivering}} of {{count}} triggers would deliver it.',
    outcomeInDoubt_one:
      '{{delivering}} of 1 trigger would deliver it, {{possible}} more may.',
    outcomeInDoubt_other:
      '{{delivering}} of {{count}} triggers would deliver it, {{possible}} more may.',
    hint: 'The verdict is that of the filter. Whether the broker, the trigger and the consumer work stands beside it.',
  },
  verdict: {
    yes: 'Delivers',
    maybe: 'May deliver',
    no: 'Does not deliver',
  },
} as const;
