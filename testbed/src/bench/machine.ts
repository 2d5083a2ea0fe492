import { arch, cpus, loadavg, platform, totalmem } from 'node:os';

/** What a run was made on. */
export interface Machine {
  system: string;
  processor: string;
  cores: number;
  memoryGigabytes: number;
  node: string;
  /** How many processes wanted to run in the minute before the run. */
  loadBefore: number;
}

/** Describes this machine, without its name. */
export function describeMachine(): Machine {
  const cores = cpus();
  return {
    system: `${platform()} ${arch()}`,
    processor: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    loadBefore: Math.round(loadavg()[0] * 10) / 10,
  };
}
