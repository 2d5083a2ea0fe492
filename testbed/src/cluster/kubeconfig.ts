import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Access } from './connect';

type Fields = Record<string, unknown>;

/**
 * Reads where the current context of a kubeconfig leads, and with what.
 *
 * @throws for a user that has neither a token nor a client certificate
 */
export async function readKubeconfig(file: string): Promise<Access> {
  const config = fieldsOf(parse(await readFile(file, 'utf8')));
  const context = named(config, 'contexts', config['current-context']).context;
  const { cluster: clusterName, user: userName } = fieldsOf(context);
  const cluster = fieldsOf(named(config, 'clusters', clusterName).cluster);
  const user = fieldsOf(named(config, 'users', userName).user);

  const read = (fields: Fields, name: string) =>
    textOf(fields, name, dirname(resolve(file)));
  const [caCertificate, certificate, key] = await Promise.all([
    read(cluster, 'certificate-authority'),
    read(user, 'client-certificate'),
    read(user, 'client-key'),
  ]);
  const token = typeof user.token === 'string' ? user.token : undefined;

  if (typeof cluster.server !== 'string' || caCertificate === undefined) {
    throw new Error(`${file} names no server with a certificate authority`);
  }
  if (token === undefined && (!certificate || !key)) {
    throw new Error(`${file} has neither a token nor a client certificate`);
  }
  return {
    url: cluster.server.replace(/\/$/, ''),
    caCertificate,
    token,
    clientCertificate: certificate && key ? { certificate, key } : undefined,
  };
}

/** Each text is there as base64 in `<name>-data`, or in the file `<name>`. */
async function textOf(
  fields: Fields,
  name: string,
  folder: string,
): Promise<string | undefined> {
  const data = fields[`${name}-data`];
  if (typeof data === 'string') {
    return Buffer.from(data, 'base64').toString('utf8');
  }
  const file = fields[name];
  return typeof file === 'string'
    ? readFile(resolve(folder, file), 'utf8')
    : undefined;
}

function named(config: Fields, list: string, name: unknown): Fields {
  const entries = config[list];
  const entry = Array.isArray(entries)
    ? entries.map(fieldsOf).find(fields => fields.name === name)
    : undefined;
  if (!entry) {
    throw new Error(`the kubeconfig has no entry ${name} in ${list}`);
  }
  return entry;
}

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' ? (value as Fields) : {};
}
