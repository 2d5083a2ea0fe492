import { attributesOfEventType } from './attributesOfEventType';

const anyId = { name: 'id', required: true };
const anySource = { name: 'source', required: true };
const anyVersion = { name: 'specversion', required: true };
const type = { name: 'type', value: 'com.acme.order', required: true };

describe('attributesOfEventType', () => {
  it.each([
    [
      'the four attributes that every CloudEvent has',
      { type: 'com.acme.order' },
      [anyId, anySource, anyVersion, type],
    ],
    [
      'source and schema of v1beta1 and v1beta2',
      { type: 'com.acme.order', source: '/shop', schema: 'https://s/1' },
      [
        { name: 'dataschema', value: 'https://s/1', required: false },
        anyId,
        { name: 'source', value: '/shop', required: true },
        anyVersion,
        type,
      ],
    ],
    [
      'variables that net/url has encoded',
      { type: 'com.acme.order', source: '/ns/%7Bn%7d/x' },
      [
        anyId,
        { name: 'source', value: '/ns/{n}/x', required: true },
        anyVersion,
        type,
      ],
    ],
    [
      'attributes of v1beta3, with schemadata under its CloudEvents name',
      {
        type: 'com.acme.order',
        attributes: [
          { name: 'type', required: true, value: 'com.acme.order' },
          { name: 'source', required: true, value: '/shop' },
          { name: 'schemadata', value: 'https://s/1' },
          { name: 'id', required: false },
          { name: 'priority', required: true, value: 'high' },
          { name: '__proto__', required: true },
        ],
      },
      [
        { name: '__proto__', required: true },
        { name: 'dataschema', value: 'https://s/1', required: false },
        anyId,
        { name: 'priority', value: 'high', required: true },
        { name: 'source', value: '/shop', required: true },
        anyVersion,
        type,
      ],
    ],
    [
      'a type as it is, because it is no URL',
      { type: 'a%7Bb%7D' },
      [
        anyId,
        anySource,
        anyVersion,
        { name: 'type', value: 'a%7Bb%7D', required: true },
      ],
    ],
  ])('declares %s', (_, declaration, expected) => {
    expect(attributesOfEventType(declaration)).toEqual(expected);
  });
});
