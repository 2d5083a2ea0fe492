import { askApp } from '../__testUtils__/askApp';
import { livez, readyz } from './health';

it('is alive', async () => {
  const { status, text } = await askApp(app => app.get('/', livez()));
  expect([status, text]).toEqual([200, '{"status":"alive"}']);
});

it('is ready when nothing speaks against it', async () => {
  const noFault = async () => undefined;
  const { status, text } = await askApp(app => app.get('/', readyz(noFault)));
  expect([status, text]).toEqual([200, '{"status":"ready"}']);
});

it('says why it is not ready', async () => {
  const fault = async () => 'no handshake';
  const { status, text } = await askApp(app => app.get('/', readyz(fault)));
  expect([status, text]).toEqual([
    503,
    '{"status":"not ready","reason":"no handshake"}',
  ]);
});
