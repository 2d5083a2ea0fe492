import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first page of a run loads all of Backstage, which takes its time on a
// busy machine.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

// What the stock pages around ours have always said in jsdom, 30 lines each time:
// it would bury what is said of ours.
const saidOfStockPages = [
  '[JSS] processedRuleToParse is not defined',
  'findDOMNode is deprecated',
];

for (const method of ['warn', 'error'] as const) {
  // eslint-disable-next-line no-console -- it is what is listened to
  const write = console[method];
  jest.spyOn(console, method).mockImplementation((...said: unknown[]) => {
    const text = said.map(String).join(' ');
    if (!saidOfStockPages.some(known => text.includes(known))) {
      write(...said);
    }
  });
}
