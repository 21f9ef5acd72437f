/** The chunk that is loaded with the first conversation: storage, line and thread. */
export { startLive } from './start-live';
export { Thread as View } from './thread';
