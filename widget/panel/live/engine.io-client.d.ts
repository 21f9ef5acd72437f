/** A part of `socket.io-client`, found through it: see trim-socket-io.mjs. */
declare module 'engine.io-client' {
  export const Socket: new (origin: string, options: object) => object;
}
