/** What the schemas of the events are about; each has fields of its own. */
const subjects = [
  'Order',
  'Payment',
  'Shipment',
  'Invoice',
  'Account',
  'Contract',
  'Claim',
  'Reservation',
];

/**
 * The schema of an event's data as text: like those that people write, some
 * 1.7 kB long, and for each number another one. Of twenty, one has references,
 * one is Avro, and one is missing.
 */
export function eventSchema(index: number): string | undefined {
  switch (index % 20) {
    case 17:
      return JSON.stringify(schemaWithReferences(index));
    case 18:
      return JSON.stringify(avroSchema(index));
    case 19:
      return undefined;
    default:
      return JSON.stringify(plainSchema(index));
  }
}

function subjectOf(index: number): string {
  return subjects[index % subjects.length];
}

function plainSchema(index: number) {
  const subject = subjectOf(index);
  const field = subject.toLowerCase();
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `${subject} ${index}`,
    type: 'object',
    required: [`${field}Id`, 'state', 'changedAt', 'items'],
    additionalProperties: false,
    properties: {
      [`${field}Id`]: {
        type: 'string',
        format: 'uuid',
        description: `Identifies the ${field} for its whole life.`,
      },
      state: {
        type: 'string',
        enum: ['created', 'accepted', 'refused', 'completed', 'cancelled'],
      },
      changedAt: {
        type: 'string',
        format: 'date-time',
        description: 'When the change was made, in UTC.',
      },
      changedBy: { type: ['string', 'null'], maxLength: 120 },
      amount: amount(),
      partner: {
        type: 'object',
        required: ['name', 'address'],
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 200 },
          address: {
            type: 'object',
            required: ['country'],
            properties: {
              street: { type: 'string' },
              city: { type: 'string' },
              postcode: { type: 'string', pattern: '^[A-Z0-9 -]{3,10}$' },
              country: { type: 'string', pattern: '^[A-Z]{2}$' },
            },
          },
        },
      },
      items: {
        type: 'array',
        minItems: 1,
        maxItems: 500,
        items: {
          type: 'object',
          required: ['position', 'amount'],
          properties: {
            position: { type: 'integer', minimum: 1 },
            label: { type: 'string', description: 'As the partner calls it.' },
            amount: amount(),
          },
        },
      },
      [`detail${index}`]: { type: 'object', additionalProperties: true },
    },
  };
}

function amount() {
  return {
    type: 'object',
    required: ['value', 'currency'],
    properties: {
      value: {
        type: 'string',
        pattern: '^-?[0-9]+\\.[0-9]{2}$',
        description: 'A decimal number as text, so that it stays exact.',
      },
      currency: { type: 'string', enum: ['CHF', 'EUR', 'GBP', 'USD'] },
    },
  };
}

function schemaWithReferences(index: number) {
  return {
    ...plainSchema(index),
    definitions: { Amount: amount() },
    properties: { amount: { $ref: '#/definitions/Amount' } },
    required: ['amount'],
  };
}

function avroSchema(index: number) {
  return {
    type: 'record',
    name: `${subjectOf(index)}${index}`,
    namespace: 'com.example.bench',
    fields: [
      { name: 'id', type: 'string' },
      { name: 'changedAt', type: 'long' },
    ],
  };
}
