import { useSyncExternalStore } from 'react';

/** Where the theme of Backstage says which mode it is in. */
const attribute = 'data-theme-mode';

/** Whether the theme that Backstage shows is light or dark, whatever the system's is. */
export function useThemeMode(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, readMode);
}

function readMode(): 'light' | 'dark' {
  return document.body.getAttribute(attribute) === 'dark' ? 'dark' : 'light';
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.body, { attributeFilter: [attribute] });
  return () => observer.disconnect();
}
