import { useSearchParams } from 'react-router-dom';
import type { UrlChanges } from '../lib/urlChanges';

/**
 * The parameters of a page's URL, so that what a page shows can be sent to
 * somebody. Changes replace the entry in the history: otherwise the way back
 * would lead through each letter that was typed.
 */
export function useUrlParameters(): [
  URLSearchParams,
  (changes: UrlChanges) => void,
] {
  const [parameters, setParameters] = useSearchParams();

  const change = (changes: UrlChanges) => {
    const next = new URLSearchParams(parameters);
    for (const [name, value] of Object.entries(changes)) {
      next.delete(name);
      if (value !== undefined) {
        next.set(name, value);
      }
    }
    setParameters(next, { replace: true });
  };

  return [parameters, change];
}
