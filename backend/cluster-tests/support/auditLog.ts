import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the API server itself says it was asked for. */
export interface AuditLog {
  /** Flags that make kube-apiserver write it. */
  flags: string[];
  /** Paths with query that a ServiceAccount asked for since the last call, sorted. */
  takeRequests(): Promise<string[]>;
}

// A request is written down before it is worked on, so that whoever has its
// answer finds it in the log.
const policy = `
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [ResponseStarted, ResponseComplete, Panic]
rules:
  - level: Metadata
    userGroups: ['system:serviceaccounts']
  - level: None
`;

/** Prepares an audit log in a folder. */
export async function prepareAuditLog(folder: string): Promise<AuditLog> {
  const policyFile = join(folder, 'audit-policy.yaml');
  const logFile = join(folder, 'audit.log');
  await writeFile(policyFile, policy);
  let taken = 0;
  return {
    flags: [`--audit-policy-file=${policyFile}`, `--audit-log-path=${logFile}`],
    async takeRequests() {
      const lines = (await readFile(logFile, 'utf8')).trim().split('\n');
      const fresh = lines.slice(taken);
      taken = lines.length;
      return fresh
        .map(line => (JSON.parse(line) as { requestURI: string }).requestURI)
        .sort();
    },
  };
}
