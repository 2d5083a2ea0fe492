/** Texts of the event contract. */
export const contractMessages = {
  title: 'Event contract',
  required: 'required',
  optional: 'optional',
  copy: 'Copy',
  copyWhat: 'Copy: {{what}}',
  copied: 'Copied',
  tryEvent: 'Try this event',
  attributes: {
    title: 'CloudEvents attributes',
    name: 'Attribute',
    required: 'Required',
    value: 'Value',
    anyValue: 'any value',
    template: 'names in braces stand for any text',
    others: 'What is not listed may be absent or have any value.',
  },
  data: {
    title: 'Data',
    tree: 'Schema',
    raw: 'As written',
    none: 'The event type declares no schema: its data may be anything.',
    cut: 'The text is longer than 256 KiB, and cut there.',
    noTree: 'This is no JSON Schema, so it is shown as it is written.',
    url: 'Schema at',
  },
  schema: {
    tooDeep: 'It goes deeper than can be shown here; the text has the rest.',
    parts: 'parts',
  },
  sample: {
    title: 'Sample event',
    introduction:
      'Made from what is declared. It need not be valid: patterns and rules between values are not looked at.',
    json: 'Structured JSON',
    curl: 'curl, binary mode',
    noAddress:
      'The address is not known here: set `BROKER_URL` to that of what takes the event.',
    address:
      'The address is that inside the cluster: run it where that can be reached.',
  },
  subscribe: {
    title: 'Subscribe to it',
    trigger:
      'A Trigger that delivers this event type to a Service. It filters by the type alone, in the dialect that brokers of every class read, and stands in the namespace of the broker.',
    subscription:
      'A Subscription that delivers what the channel takes to a Service. A channel has no filters: it delivers other event types too.',
    manifest: '{{kind}} as YAML',
    none: 'The event type is not assigned to a broker or channel that something can be subscribed to.',
  },
} as const;
