import { execFileSync } from 'node:child_process';
import { sampleEvent } from 'backstage-plugin-knative-event-mesh-common';
import { sampleAsCurl, sampleAsJson } from './sampleTexts';

/** The arguments that a shell makes of a command, with a program that prints them. */
function argumentsOf(command: string): string[] {
  const printed = execFileSync(
    '/bin/sh',
    ['-c', `curl() { printf '%s\\0' "$@"; }\n${command}`],
    { env: { BROKER_URL: 'http://broker/from env' }, encoding: 'utf8' },
  );
  return printed.split('\0').slice(0, -1);
}

describe('sampleAsJson', () => {
  it('is an event in structured mode', () => {
    const event = sampleEvent({
      type: 'com.example.paid',
      attributes: [{ name: 'country', value: 'NL', required: true }],
      schemaText: '{"properties":{"amount":{"const":5}}}',
    });

    expect(JSON.parse(sampleAsJson(event))).toMatchObject({
      specversion: '1.0',
      type: 'com.example.paid',
      country: 'NL',
      datacontenttype: 'application/json',
      data: { amount: 5 },
    });
  });
});

describe('sampleAsCurl', () => {
  it('sends an event in binary mode', () => {
    const event = sampleEvent({
      type: 'com.example.paid',
      schemaText: '{"properties":{"amount":{"const":5}}}',
    });
    const said = argumentsOf(sampleAsCurl(event, 'http://broker/payments'));

    expect(said.slice(0, 3)).toEqual(['-X', 'POST', 'http://broker/payments']);
    expect(said).toEqual(
      expect.arrayContaining([
        'Ce-specversion: 1.0',
        'Ce-type: com.example.paid',
        'Content-Type: application/json',
      ]),
    );
    expect(said.join()).not.toContain('Ce-datacontenttype');
    expect(JSON.parse(said.at(-1)!)).toEqual({ amount: 5 });
  });

  it('asks the shell for an address that is not known, and sends no data of which nothing is known', () => {
    const command = sampleAsCurl(sampleEvent({ type: 'a' }));

    expect(argumentsOf(command)[2]).toBe('http://broker/from env');
    expect(command).not.toContain('--data');
  });

  it('lets nothing of the event out of its quotes', () => {
    const hostile = `'; touch out; echo "$(id)" \`id\` \\ \n|&`;
    const event = sampleEvent({
      type: hostile,
      attributes: [
        { name: 'subject', value: hostile, required: true },
        {
          name: 'datacontenttype',
          value: `a/json;x='${hostile}`,
          required: true,
        },
      ],
      schemaText: JSON.stringify({ const: { [hostile]: hostile } }),
    });
    const said = argumentsOf(sampleAsCurl(event, `http://broker/'$(id)'`));

    expect(said[2]).toBe(`http://broker/'$(id)'`);
    expect(said.filter(word => word === '-H')).toHaveLength(
      event.attributes.length,
    );
    expect(said.every(word => !word.startsWith('touch'))).toBe(true);
    expect(said).toHaveLength(
      3 + 2 * event.attributes.length + (event.data === undefined ? 0 : 2),
    );
  });
});
