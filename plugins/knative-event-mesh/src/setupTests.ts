import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first page of a run loads all of Backstage, which takes its time on a
// busy machine.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });
