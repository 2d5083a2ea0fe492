import type { Machine } from '../machine';

/**
 * Says what was measured on, and how far to trust it: where others work too, the
 * programs wait for a core, and wall times say little about them.
 */
export function describeRun(machine: Machine): string {
  const { system, processor, cores, memoryGigabytes, node, loadBefore } =
    machine;
  const line = `${processor}, ${cores} cores, ${memoryGigabytes} GB, ${system}, Node ${node}; load before: ${loadBefore}`;
  return loadBefore > cores / 4
    ? `${line}\nOthers were using the machine: trust the CPU times, not the wall times and what is said of them.`
    : line;
}
