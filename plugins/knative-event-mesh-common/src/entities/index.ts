export * from './annotations';
export * from './types';
export * from './doubtsAndNotes';
export * from './roles';
export {
  readBrokerDetails,
  readChannelDetails,
  readEventTypeDetails,
  readFlowDetails,
  readSinkDetails,
  readSourceDetails,
} from './readers';
export * from './readEnvironmentDetails';
