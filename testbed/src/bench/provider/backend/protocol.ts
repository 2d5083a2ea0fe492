/** What the measured backend is asked. */
export const longestBlockQuestion = 'longest block';

/**
 * What it answers: for how long nothing else could run in it, at most, since
 * the last question.
 */
export interface LongestBlock {
  longestBlockMilliseconds: number;
}

export function isLongestBlock(message: unknown): message is LongestBlock {
  return (
    typeof message === 'object' &&
    message !== null &&
    'longestBlockMilliseconds' in message
  );
}
