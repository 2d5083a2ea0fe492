import type { IncomingMessage } from 'node:http';
import {
  failure,
  jsonAnswer,
  pageNotFound,
  Refusal,
  textAnswer,
  type Answer,
} from './answers';
import { forbidden, isAllowed, verbOf, type Caller } from './authorization';
import { answerDiscovery } from './discovery';
import { parsePath } from './requestPath';
import { answerResource, type ClusterContents } from './resources';

/** What of a request decides about its answer. */
export type ApiRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** Answers a request of the Kubernetes API, in the order of its checks. */
export function answerRequest(
  request: ApiRequest,
  caller: Caller | undefined,
  contents: ClusterContents,
): Answer {
  if (!caller) {
    return failure(401, 'Unauthorized', 'Unauthorized');
  }
  const { method = 'GET', url = '/', headers } = request;
  const [path, query = ''] = url.split('?');
  const target = parsePath(path);
  const verb = verbOf(method, target);
  if (!isAllowed(caller, verb, target)) {
    return forbidden(caller, verb, target);
  }
  if (method !== 'GET') {
    const message =
      'the server does not allow this method on the requested resource';
    return failure(405, 'MethodNotAllowed', message, {});
  }
  try {
    const parameters = new URLSearchParams(query);
    return target.type === 'resource'
      ? answerResource(target, parameters, headers.accept, contents)
      : answerPath(path, headers, contents);
  } catch (error) {
    if (error instanceof Refusal) {
      return error.answer;
    }
    throw error;
  }
}

function answerPath(
  path: string,
  headers: ApiRequest['headers'],
  contents: ClusterContents,
): Answer {
  switch (path.split('/')[1]) {
    case 'healthz':
    case 'livez':
    case 'readyz':
      return textAnswer(200, 'ok');
    case 'version':
      return jsonAnswer({ major: '1', minor: '36', gitVersion: 'v1.36.0' });
    case 'api':
    case 'apis':
      return answerDiscovery(path, headers, contents.kinds);
    default:
      return pageNotFound();
  }
}
