import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Agent, request } from 'undici';
import type { AskedRequest } from '../requests/askedRequest';

/*
 * The floor: asks the API server what our service asks it, all at once, parses
 * the answers and forgets them. It runs in a process of its own, bundled as our
 * service is, so that both are measured alike.
 */

const { PORT, KUBERNETES_API_URL, KUBERNETES_CA_FILE, REQUESTS_FILE } =
  process.env;

const requests = JSON.parse(
  readFileSync(REQUESTS_FILE ?? '', 'utf8'),
) as AskedRequest[];

// The settings of our service that have a part in its speed.
const agent = new Agent({
  allowH2: false,
  connections: 16,
  keepAliveTimeout: 60_000,
  connect: { ca: readFileSync(KUBERNETES_CA_FILE ?? '') },
});

async function read(
  { path, headers, status }: AskedRequest,
  authorization: string,
): Promise<unknown> {
  const answer = await request(`${KUBERNETES_API_URL}${path}`, {
    dispatcher: agent,
    headers: { ...headers, authorization },
  });
  const text = await answer.body.text();
  if (answer.statusCode !== status) {
    throw new Error(`${path} answered ${answer.statusCode}, not ${status}`);
  }
  return text && JSON.parse(text);
}

createServer(async (incoming, response) => {
  if (incoming.url === '/livez') {
    response.end();
    return;
  }
  const authorization = incoming.headers.authorization ?? '';
  try {
    const documents = await Promise.all(
      requests.map(asked => read(asked, authorization)),
    );
    response.end(String(documents.length));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}).listen(Number(PORT), '127.0.0.1');
