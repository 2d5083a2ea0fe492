import { prepareClusterTests } from './sourceOfRun';

/** Finds or builds the API server before the first test asks for it. */
export default prepareClusterTests;
