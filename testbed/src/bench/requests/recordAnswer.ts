import type { KubeApiserver } from '../../apiserver/startKubeApiserver';
import type { Access, StartCandidate } from '../candidates/candidate';
import type { AskedRequest } from './askedRequest';
import { startRecorder } from './startRecorder';

/**
 * Starts a program on its own and writes down what it asks of the API server for
 * its second answer: what it remembers from one answer to the next, it knows.
 */
export async function recordAnswer(
  server: KubeApiserver,
  start: StartCandidate,
  access: Access,
): Promise<AskedRequest[]> {
  const recorder = await startRecorder(server);
  try {
    const candidate = await start({ ...access, url: recorder.url });
    try {
      await candidate.ask();
      return await recorder.record(() => candidate.ask());
    } finally {
      await candidate.stop();
    }
  } finally {
    await recorder.close();
  }
}
