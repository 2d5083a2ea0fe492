/** New values of URL parameters by name; undefined takes one out of the URL. */
export type UrlChanges = Record<string, string | undefined>;
