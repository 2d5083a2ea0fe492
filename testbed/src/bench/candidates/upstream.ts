import { startUpstreamService } from '../../upstream/startUpstreamService';
import { readAnswer, type StartCandidate } from './candidate';

/** So many requests per second that they limit nothing. */
const noLimit = 5_000;

/** Upstream's service with the limits that it ships with, or without any. */
export function startUpstream(
  program: string,
  limits: 'as shipped' | 'raised',
): StartCandidate {
  const raised =
    limits === 'raised' ? { qps: noLimit, burst: noLimit } : undefined;
  return async cluster => {
    const { pid, agent, stop } = await startUpstreamService({
      program,
      cluster,
      ...raised,
    });
    return {
      name: `upstream, ${limits}`,
      pid,
      ask: () =>
        readAnswer('http://upstream/v1/getEventMesh', cluster.token, agent),
      stop,
    };
  };
}
