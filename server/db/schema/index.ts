export * from './articles';
export * from './conversations';
export * from './identity';
export * from './operations';
