export * from './articles';
export * from './audit';
export * from './clocks';
export * from './conversations';
export * from './identity';
export * from './operations';
export * from './phone';
export * from './service-levels';
