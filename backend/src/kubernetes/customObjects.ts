// The package's index loads every API of Kubernetes (1.8 s cold); what custom
// objects need loads in a quarter of that.
import {
  CustomObjectsApiRequestFactory,
  CustomObjectsApiResponseProcessor,
} from '@kubernetes/client-node/dist/gen/apis/CustomObjectsApi.js';
import { ApiException } from '@kubernetes/client-node/dist/gen/apis/exception.js';
import type { SecurityAuthentication } from '@kubernetes/client-node/dist/gen/auth/auth.js';
import { createConfiguration } from '@kubernetes/client-node/dist/gen/configuration.js';
import { wrapHttpLibrary } from '@kubernetes/client-node/dist/gen/http/http.js';
import { ServerConfiguration } from '@kubernetes/client-node/dist/gen/servers.js';
import type { Caller } from './caller';
import { KubernetesError, type KubernetesRequest } from './kubernetesError';
import type { ListAnswer } from './listAnswer';
import type { Resource } from './resource';
import { sendThrough } from './sendThrough';
import { errorOfAnswer } from './toKubernetesError';

/**
 * Lists the whole objects of a custom resource through client-node's
 * CustomObjectsApi. There is no KubeConfig, so there is no way in which another
 * credential than the caller's could be used (kubernetes.md 1.3).
 *
 * @throws KubernetesError if Kubernetes refuses; else whatever the transport threw
 */
export async function listCustomObjects(
  { connection, token, signal }: Caller,
  { group, version, plural }: Resource,
  request: KubernetesRequest,
): Promise<ListAnswer> {
  const authentication: SecurityAuthentication = {
    getName: () => 'caller',
    applySecurityAuthentication: context =>
      context.setHeaderParam('Authorization', `Bearer ${token}`),
  };
  const configuration = createConfiguration({
    baseServer: new ServerConfiguration(connection.url, {}),
    authMethods: { default: authentication },
    httpApi: wrapHttpLibrary(sendThrough(connection.agent, signal)),
  });
  const requests = new CustomObjectsApiRequestFactory(configuration);
  const answers = new CustomObjectsApiResponseProcessor();
  const { namespace } = request;
  const context = await (namespace === undefined
    ? requests.listCustomObjectForAllNamespaces(group, version, plural)
    : requests.listNamespacedCustomObject(group, version, namespace, plural));
  const answer = await configuration.httpApi.send(context).toPromise();
  const parse = async () => {
    const { data } = await (namespace === undefined
      ? answers.listCustomObjectForAllNamespacesWithHttpInfo(answer)
      : answers.listNamespacedCustomObjectWithHttpInfo(answer));
    return data;
  };

  if (answer.httpStatusCode !== 200) {
    throw await failureOf(parse, request, token);
  }
  return { bytes: await answer.body.binary(), parse };
}

/** What client-node makes of an answer that is no success. */
async function failureOf(
  parse: () => Promise<unknown>,
  request: KubernetesRequest,
  token: string,
): Promise<unknown> {
  try {
    await parse();
    return new KubernetesError('unexpected', request);
  } catch (error) {
    if (error instanceof ApiException) {
      const { code: status, headers, body } = error;
      const text = typeof body === 'string' ? body : '';
      return errorOfAnswer({ status, headers, body: text }, request, token);
    }
    return error;
  }
}
