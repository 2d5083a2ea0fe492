import { createHash } from 'node:crypto';
import { Agent } from 'node:https';
import { setImmediate as turn } from 'node:timers/promises';
import axios, { type AxiosResponse } from 'axios';
import type { ConnectionConfig, ProviderConfig } from './config';
import { currentCertificates } from './config/certificates';
import { currentToken } from './config/token';
import { readEventMesh, type ReadEventMesh } from './answer';
import { stoppedPoll } from './pollFailure';
import { oneLine } from './shape';

const MAXIMUM_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MILLISECONDS = 45_000;
const MAXIMUM_QUOTED_LENGTH = 500;
/** Codes of OpenSSL and Node.js for a certificate that is refused. */
const CERTIFICATE_CODES =
  /CERT|UNABLE_TO_VERIFY_LEAF|^INVALID_CA$|^HOSTNAME_MISMATCH$/;

/** Where the event mesh is read, how, and what of it. */
export type EventMeshTarget = ConnectionConfig &
  Pick<ProviderConfig, 'namespaces'>;

/** The same with the token that is valid now. */
type AuthorizedTarget = EventMeshTarget & { token: string };

/** What tells an answer from another one. */
export interface AnswerIdentity {
  /** Equal for equal answers. */
  hash: string;
  /** With which the service is asked for something else than this answer. */
  etag?: string;
}

/** A complete answer of the service. */
export interface EventMeshAnswer extends AnswerIdentity {
  /**
   * Reads it, which takes long for a large mesh.
   *
   * @throws when it is no event mesh
   */
  read(): Promise<ReadEventMesh & AnswerIdentity>;
}

/** What is known before, and how large an answer may be. */
export interface FetchEventMeshOptions {
  signal?: AbortSignal;
  /** The answer of the last poll, which the service need not send again. */
  last?: AnswerIdentity;
  /** Default: 64 MiB, after decompression. */
  maximumBytes?: number;
}

/**
 * Asks the service for the event mesh.
 *
 * @throws for anything but a complete answer, or the word that it is the last
 * one. The error says what to do, holds the token nowhere, and has no cause: an
 * error of the HTTP client carries the request with its headers.
 */
export async function fetchEventMesh(
  configured: EventMeshTarget,
  options: FetchEventMeshOptions = {},
): Promise<EventMeshAnswer> {
  const { last, ...unconditional } = options;
  const target = { ...configured, token: currentToken(configured) };
  const response = await request(target, options);
  if (response.status === 304 && last?.etag) {
    return {
      ...last,
      read: async () =>
        (await fetchEventMesh(configured, unconditional)).read(),
    };
  }
  if (response.status >= 300 && response.status < 400) {
    throw redirectError(target, response);
  }
  if (response.status < 200 || response.status >= 300) {
    throw statusError(target, response);
  }
  const { data } = response;
  const identity = {
    hash: createHash('sha256').update(data).digest('base64url'),
    etag: readEtag(response),
  };
  return {
    ...identity,
    async read() {
      const body = parseBody(target, data);
      // Other work of this process gets its turn.
      await turn();
      return { ...readEventMesh(body), ...identity };
    },
  };
}

function readEtag({ headers }: AxiosResponse<string>): string | undefined {
  return typeof headers.etag === 'string' ? headers.etag : undefined;
}

async function request(
  target: AuthorizedTarget,
  options: FetchEventMeshOptions,
): Promise<AxiosResponse<string>> {
  const { signal, last, maximumBytes = MAXIMUM_BYTES } = options;
  const { timeoutMilliseconds = TIMEOUT_MILLISECONDS } = target;
  const ca = currentCertificates(target);
  // The timeout of the client restarts with every byte received; this one
  // bounds the whole answer. It is made anew for each request, because the
  // client leaves a listener on the signal that it is given.
  const timeout = AbortSignal.timeout(timeoutMilliseconds);

  try {
    return await axios.get<string>(requestUrl(target), {
      adapter: 'http',
      // Made anew as the authorities may be others now.
      ...(ca && { httpsAgent: new Agent({ ca }) }),
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${target.token}`,
        ...(last?.etag && { 'If-None-Match': last.etag }),
      },
      responseType: 'text',
      transformResponse: (body: string) => body,
      maxContentLength: maximumBytes,
      maxRedirects: 0,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      validateStatus: null,
    });
  } catch (error) {
    throw requestError(target, error, {
      maximumBytes,
      timeoutMilliseconds,
      aborted: Boolean(signal?.aborted),
      timedOut: timeout.aborted,
    });
  }
}

function requestUrl({ baseUrl, namespaces = [] }: EventMeshTarget): string {
  const query = new URLSearchParams(
    namespaces.map(namespace => ['namespace', namespace]),
  ).toString();
  return `${baseUrl}/v1/getEventMesh${query && `?${query}`}`;
}

function requestError(
  target: AuthorizedTarget,
  error: unknown,
  circumstances: {
    maximumBytes: number;
    timeoutMilliseconds: number;
    aborted: boolean;
    timedOut: boolean;
  },
): Error {
  const { configKey } = target;
  if (circumstances.aborted) {
    return stoppedPoll();
  }
  if (circumstances.timedOut) {
    return new Error(
      `${service(target)} did not answer within ${
        circumstances.timeoutMilliseconds / 1000
      } s. Look at its log and at the load of the Kubernetes API server`,
    );
  }
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('maxContentLength')) {
    return new Error(
      `${service(target)} answers with more than ${
        circumstances.maximumBytes
      } bytes. Check that ${configKey}.baseUrl is the URL of the event mesh service`,
    );
  }
  const code = axios.isAxiosError(error) ? error.code : undefined;
  if (code && CERTIFICATE_CODES.test(code)) {
    return new Error(
      `${service(
        target,
      )} has a certificate that is not trusted (${code}). Set ${configKey}.caFile or ${configKey}.caData to the certificate authority that has issued it, and use the host name in baseUrl that it is issued for`,
    );
  }
  const reason = [code, message].filter(Boolean).join(', ');
  return new Error(
    `${service(target)} cannot be reached (${quote(
      target,
      reason,
    )}). Check ${configKey}.baseUrl, that the service runs, and that this backend may connect to it`,
  );
}

function redirectError(
  target: AuthorizedTarget,
  response: AxiosResponse<string>,
): Error {
  const location = String(response.headers.location ?? '');
  const base = `${target.baseUrl}/`;
  const url = URL.canParse(location, base)
    ? new URL(location, base)
    : undefined;
  // Query and fragment of a redirect often hold a session or a state.
  const where = url ? ` to ${quote(target, url.origin + url.pathname)}` : '';
  return new Error(
    `${service(target)} answers ${
      response.status
    }, a redirect${where}, which is not followed, so that the token goes nowhere else. Set ${
      target.configKey
    }.baseUrl to the URL of the event mesh service itself`,
  );
}

function statusError(
  target: AuthorizedTarget,
  response: AxiosResponse<string>,
): Error {
  const said = errorText(response.data);
  return new Error(
    `${service(target)} answers ${response.status}${
      said ? `: ${quote(target, said)}` : ''
    }. ${adviceFor(response.status, target)}`,
  );
}

function adviceFor(
  status: number,
  { configKey, tokenFile }: EventMeshTarget,
): string {
  switch (status) {
    case 401:
      return tokenFile
        ? `Write a token that the cluster accepts into ${tokenFile}, the file of ${configKey}.tokenFile; the next poll reads it`
        : `Set ${configKey}.token to a token that the cluster accepts`;
    case 403:
      return `Give the account of ${configKey}.${
        tokenFile ? 'tokenFile' : 'token'
      } the right that is named, or set another token`;
    case 404:
      return `Check that ${configKey}.baseUrl is the URL of the event mesh service`;
    case 424:
      return 'Install Knative Eventing in the cluster, or point to a cluster that has it';
    case 429:
    case 503:
    case 504:
      return 'The next poll tries again; if it stays so, look at the log of the service and at the Kubernetes API server';
    default:
      return 'Look at the log of the service';
  }
}

function parseBody(target: EventMeshTarget, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(
      `${service(target)} answers with something that is not JSON. Check that ${
        target.configKey
      }.baseUrl is the URL of the event mesh service, and not of a proxy or sign-in page in front of it`,
    );
  }
}

function errorText(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'error' in parsed) {
      return typeof parsed.error === 'string' ? parsed.error : undefined;
    }
  } catch {
    // A proxy answers errors with a page; the status says enough then.
  }
  return undefined;
}

function service(target: EventMeshTarget): string {
  return `The event mesh service at ${target.baseUrl}`;
}

/** Remote text for a message of ours: bounded, on one line, without the token. */
function quote(target: AuthorizedTarget, remoteText: string): string {
  return oneLine(remoteText.replaceAll(target.token, '[token]')).slice(
    0,
    MAXIMUM_QUOTED_LENGTH,
  );
}
