import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request as send } from 'undici';
import type { Answer, Cluster, ClusterRequest } from './cluster';
import { ClusterError } from './clusterError';
import { pauseBeforeRetry } from './retryAfter';

const millisecondsToRetry = 60_000;

/** Where a cluster is, and what proves that somebody is its administrator. */
export interface Access {
  url: string;
  caCertificate: string;
  token?: string;
  clientCertificate?: { certificate: string; key: string };
}

/** A cluster that is connected to, until it is disconnected. */
export interface Connection extends Cluster {
  disconnect(): Promise<void>;
}

/** Connects to a cluster as its administrator. */
export function connect(access: Access): Connection {
  const { url, caCertificate: ca, clientCertificate } = access;
  const anybody = new Agent({ allowH2: false, connect: { ca } });
  // A client certificate would win over the token of somebody else.
  const administrator = clientCertificate
    ? new Agent({
        allowH2: false,
        connect: {
          ca,
          cert: clientCertificate.certificate,
          key: clientCertificate.key,
        },
      })
    : anybody;

  async function request(
    path: string,
    { method = 'GET', headers, body, contentType, token }: ClusterRequest = {},
  ): Promise<Answer> {
    const bearer = token ?? access.token;
    const answer = await send(`${url}${path}`, {
      method,
      dispatcher: token === undefined ? administrator : anybody,
      headers: {
        accept: 'application/json',
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined
          ? {}
          : { 'content-type': contentType ?? 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.body.text();
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text,
      json: () => JSON.parse(text) as unknown,
    };
  }

  return {
    url,
    caCertificate: ca,
    request,
    async ask(path, options) {
      const deadline = Date.now() + millisecondsToRetry;
      for (;;) {
        const answer = await request(path, options);
        if (answer.status >= 200 && answer.status < 300) {
          return answer.json();
        }
        const pause = pauseBeforeRetry(
          answer.status,
          answer.headers['retry-after'],
        );
        if (pause === undefined || Date.now() + pause > deadline) {
          throw new ClusterError(options?.method ?? 'GET', path, answer);
        }
        await sleep(pause);
      }
    },
    async disconnect() {
      await Promise.all([anybody.destroy(), administrator.destroy()]);
    },
  };
}
