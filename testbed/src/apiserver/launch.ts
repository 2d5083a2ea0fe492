/** How one run of a server is started. */
export interface LaunchSettings {
  /** Keeps everything that is served and signed with. */
  directory: string;
  /** Any free port if absent. */
  port?: number;
  /** Lines of the static token file: `token,user,uid,"groups"`. */
  tokens: string[];
  /** Further flags of kube-apiserver, which win over ours. */
  flags: string[];
}

/** One run of a server, from start to end. */
export interface LaunchedServer {
  url: string;
  caCertificate: string;
  adminToken: string;
  /** Client URL of etcd. */
  etcdUrl: string;
  /** The processes that it consists of, for whoever measures them. */
  pids: number[];
  end(): Promise<void>;
}
