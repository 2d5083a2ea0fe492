import { parseAllDocuments } from 'yaml';
import {
  isKubernetesObject,
  type KubernetesObject,
} from '../cluster/kubernetesObject';

/**
 * The objects of a YAML text with any number of documents.
 *
 * @throws if it is not YAML, or a document is not a Kubernetes object
 */
export function parseManifests(text: string): KubernetesObject[] {
  return parseAllDocuments(text, { merge: true })
    .map(document => {
      const [error] = document.errors;
      if (error) {
        throw error;
      }
      return document.toJS() as unknown;
    })
    .filter(value => value !== null)
    .map(value => {
      if (!isKubernetesObject(value)) {
        throw new Error('a document has no apiVersion, kind and name');
      }
      return value;
    });
}
