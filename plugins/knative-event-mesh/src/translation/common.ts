/** Texts that several pages and cards have in common. */
export const commonMessages = {
  reading: 'Reading {{what}} …',
  notRead: 'The {{what}} could not be read from the catalog.',
  tryAgain: 'Try again',
  severity: { error: 'Error', warning: 'Warning', info: 'Info' },
} as const;
