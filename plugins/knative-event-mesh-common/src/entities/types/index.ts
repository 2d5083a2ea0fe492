export * from './links';
export * from './eventType';
export * from './parts';
export * from './environment';
