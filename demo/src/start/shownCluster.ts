/** A cluster that the portal shows. */
export interface ShownCluster {
  /** `https://` URL of the API server. */
  url: string;
  /** PEM of the authorities that may have signed its certificate. */
  caCertificate: string;
  /** What it is read with. */
  token: string;
  /** What the terminal tells about it. */
  description: string;
  stop(): Promise<void>;
}
