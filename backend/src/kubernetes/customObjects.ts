// The package's index loads every API of Kubernetes (1.8 s cold); what custom
// objects need loads in a quarter of that.
import {
  CustomObjectsApiRequestFactory,
  CustomObjectsApiResponseProcessor,
} from '@kubernetes/client-node/dist/gen/apis/CustomObjectsApi.js';
import { ApiException } from '@kubernetes/client-node/dist/gen/apis/exception.js';
import type { SecurityAuthentication } from '@kubernetes/client-node/dist/gen/auth/auth.js';
import { createConfiguration } from '@kubernetes/client-node/dist/gen/configuration.js';
import { ServerConfiguration } from '@kubernetes/client-node/dist/gen/servers.js';
import type { Caller } from './caller';
import type { KubernetesRequest } from './kubernetesError';
import type { Resource } from './resource';
import { errorOfAnswer } from './toKubernetesError';

/**
 * Lists the whole objects of a custom resource through client-node's
 * CustomObjectsApi. There is no KubeConfig, so there is no way in which another
 * credential than the caller's could be used (kubernetes.md 1.3).
 *
 * @returns the answer, not yet looked at
 * @throws KubernetesError if Kubernetes refuses; else whatever the transport threw
 */
export async function listCustomObjects(
  { connection, token, signal }: Caller,
  { group, version, plural }: Resource,
  request: KubernetesRequest,
): Promise<unknown> {
  const authentication: SecurityAuthentication = {
    getName: () => 'caller',
    applySecurityAuthentication: context => {
      context.setHeaderParam('Authorization', `Bearer ${token}`);
      context.setHeaderParam('Accept-Encoding', 'identity');
      context.setDispatcher(connection.agent);
      context.setSignal(signal);
    },
  };
  const configuration = createConfiguration({
    baseServer: new ServerConfiguration(connection.url, {}),
    authMethods: { default: authentication },
  });
  const requests = new CustomObjectsApiRequestFactory(configuration);
  const answers = new CustomObjectsApiResponseProcessor();
  const send = async (
    context: Awaited<
      ReturnType<typeof requests.listCustomObjectForAllNamespaces>
    >,
  ) => configuration.httpApi.send(context).toPromise();

  try {
    if (request.namespace === undefined) {
      const answer = await send(
        await requests.listCustomObjectForAllNamespaces(group, version, plural),
      );
      return (
        await answers.listCustomObjectForAllNamespacesWithHttpInfo(answer)
      ).data;
    }
    const answer = await send(
      await requests.listNamespacedCustomObject(
        group,
        version,
        request.namespace,
        plural,
      ),
    );
    return (await answers.listNamespacedCustomObjectWithHttpInfo(answer)).data;
  } catch (error) {
    if (error instanceof ApiException) {
      const { code: status, headers, body } = error;
      const text = typeof body === 'string' ? body : '';
      throw errorOfAnswer({ status, headers, body: text }, request, token);
    }
    throw error;
  }
}
