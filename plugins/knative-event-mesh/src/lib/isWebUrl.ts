/** Whether a text from the cluster may be a link: only what a browser shows as a page. */
export function isWebUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
