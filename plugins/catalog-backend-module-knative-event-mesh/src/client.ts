import axios, { type AxiosResponse } from 'axios';
import type { ProviderConfig } from './config';
import { readEventMesh, type ReadEventMesh } from './eventMesh';
import { oneLine } from './shape';

const MAXIMUM_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MILLISECONDS = 45_000;
const MAXIMUM_QUOTED_LENGTH = 500;

/** Where the event mesh is read, and with which token. */
export type EventMeshTarget = Pick<
  ProviderConfig,
  'baseUrl' | 'token' | 'configKey'
>;

/** How long and how large an answer may be. */
export interface FetchEventMeshOptions {
  signal?: AbortSignal;
  /** Default: 64 MiB, after decompression. */
  maximumBytes?: number;
  /** For the whole answer. Default: 45 seconds. */
  timeoutMilliseconds?: number;
}

/**
 * Asks the service for the event mesh.
 *
 * @throws for anything but a complete event mesh. The error says what to do,
 * holds the token nowhere, and has no cause: an error of the HTTP client
 * carries the request with its headers.
 */
export async function fetchEventMesh(
  target: EventMeshTarget,
  options: FetchEventMeshOptions = {},
): Promise<ReadEventMesh> {
  const response = await request(target, options);
  if (response.status >= 300 && response.status < 400) {
    throw redirectError(target, response);
  }
  if (response.status < 200 || response.status >= 300) {
    throw statusError(target, response);
  }
  return readEventMesh(parseBody(target, response.data));
}

async function request(
  target: EventMeshTarget,
  options: FetchEventMeshOptions,
): Promise<AxiosResponse<string>> {
  const { signal, maximumBytes = MAXIMUM_BYTES } = options;
  const timeoutMilliseconds =
    options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS;
  // The timeout of the client restarts with every byte received; this one
  // bounds the whole answer. It is made anew for each request, because the
  // client leaves a listener on the signal that it is given.
  const timeout = AbortSignal.timeout(timeoutMilliseconds);

  try {
    return await axios.get<string>(`${target.baseUrl}/v1/getEventMesh`, {
      adapter: 'http',
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${target.token}`,
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

function requestError(
  target: EventMeshTarget,
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
    const aborted = new Error('The poll was stopped before it was complete');
    aborted.name = 'AbortError';
    return aborted;
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
  const reason = [code, message].filter(Boolean).join(', ');
  return new Error(
    `${service(target)} cannot be reached (${quote(
      target,
      reason,
    )}). Check ${configKey}.baseUrl, that the service runs, and that this backend may connect to it`,
  );
}

function redirectError(
  target: EventMeshTarget,
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
  target: EventMeshTarget,
  response: AxiosResponse<string>,
): Error {
  const said = errorText(response.data);
  return new Error(
    `${service(target)} answers ${response.status}${
      said ? `: ${quote(target, said)}` : ''
    }. ${adviceFor(response.status, target.configKey)}`,
  );
}

function adviceFor(status: number, configKey: string): string {
  switch (status) {
    case 401:
      return `Set ${configKey}.token to a token that the cluster accepts`;
    case 403:
      return `Give the account of ${configKey}.token the right that is named, or set another token`;
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
function quote(target: EventMeshTarget, remoteText: string): string {
  return oneLine(remoteText.replaceAll(target.token, '[token]')).slice(
    0,
    MAXIMUM_QUOTED_LENGTH,
  );
}
