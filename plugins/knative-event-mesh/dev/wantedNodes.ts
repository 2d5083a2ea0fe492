const parameter = 'mesh-nodes';

/**
 * How many entities the mesh shall have: what the URL said when the app was
 * opened (`?mesh-nodes=2000`), so long as the tab is open. 0 stands for the
 * demo mesh as it is.
 */
export function wantedNodes(): number {
  const asked = new URLSearchParams(window.location.search).get(parameter);
  if (asked !== null) {
    window.sessionStorage.setItem(parameter, asked);
  }
  return Number(window.sessionStorage.getItem(parameter) ?? 0) || 0;
}
