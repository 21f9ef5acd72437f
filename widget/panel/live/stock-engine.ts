/** What carries the conversation where WebSockets do not get through. */
export { Socket } from 'engine.io-client';
