/**
 * The stock Socket.IO client without what the panel never uses. Each entry replaces one of its modules; what is left
 * out for good is left out on the server too, or asked for nowhere.
 */
const REPLACED = {
  // The server does not offer it.
  'engine.io-client/build/esm/transports/webtransport.js': 'export class WT {}',
  // What old browsers needed a long expression for.
  'engine.io-client/build/esm/contrib/parseuri.js': `
    export function parse(address) {
      const { protocol, hostname, port, search } = new URL(address);
      const host = hostname.replace(/[[\\]]/g, '');
      return { source: address, protocol: protocol.slice(0, -1), host, port, query: search.slice(1) };
    }`,
  // The connection tries again by itself: see shared/client/connect.ts.
  'socket.io-client/build/esm/contrib/backo2.js': 'export class Backoff { reset() {} }',
  // All that is said is JSON; files travel over HTTP.
  'socket.io-parser/build/esm/is-binary.js': `
    export const isBinary = () => false;
    export const hasBinary = isBinary;`,
  'socket.io-parser/build/esm/binary.js': `
    export const deconstructPacket = null;
    export const reconstructPacket = null;`,
  'engine.io-parser/build/esm/contrib/base64-arraybuffer.js': 'export const decode = null;',
};

/** The manager takes its engine from the options, as panel/live/pick-engine.ts gives them. */
const MANAGER = [
  [
    'import { Socket as Engine, installTimerFunctions, nextTick, } from "engine.io-client";',
    `const nextTick = (work) => queueMicrotask(work);
     const installTimerFunctions = (owner) => {
       owner.setTimeoutFn = setTimeout.bind(globalThis);
       owner.clearTimeoutFn = clearTimeout.bind(globalThis);
     };`,
  ],
  ['new Engine(', 'new this.opts.engine('],
  // A namespace object as a value would keep the whole parser, and a chunk of helpers for it.
  [
    'import * as parser from "socket.io-parser";',
    'import { Decoder, Encoder } from "socket.io-parser"; const parser = { Decoder, Encoder };',
  ],
];

/** Nothing that is said is binary: the branches that would put such packets together are never taken. */
const PARSER = [
  ['if (hasBinary(obj)) {', 'if (false) {'],
  [
    'if (obj.type === PacketType.BINARY_EVENT ||\n            obj.type === PacketType.BINARY_ACK) {',
    'if (false) {',
  ],
  ['if (isBinaryEvent || packet.type === PacketType.BINARY_ACK) {', 'if (false) {'],
  ['if (this.reconstructor) {\n                throw', 'if (false) {\n                throw'],
  ['else if (isBinary(obj) || obj.base64) {', 'else if (false) {'],
  [
    'if (p.type === PacketType.BINARY_EVENT ||\n            p.type === PacketType.BINARY_ACK) {',
    'if (false) {',
  ],
  ['if (this.reconstructor) {\n            this', 'if (false) {\n            this'],
];

const TRIMMED = [
  ['socket.io-client/build/esm/manager.js', MANAGER],
  ['socket.io-parser/build/esm/index.js', PARSER],
];

const isOf = (id, path) => id.endsWith(`/node_modules/${path}`);

/** A Vite plugin; fails the build when an update has moved one of the modules. */
export function trimSocketIo() {
  const met = new Set();
  return {
    name: 'trim-socket-io',
    enforce: 'pre',
    load(id) {
      const path = Object.keys(REPLACED).find((replaced) => isOf(id, replaced));
      if (!path) return null;
      met.add(path);
      return { code: REPLACED[path], moduleSideEffects: false };
    },
    transform(code, id) {
      if (!/\/(socket|engine)\.io-(client|parser)\//.test(id)) return null;
      let trimmed = code;
      for (const [from, to] of TRIMMED.find(([path]) => isOf(id, path))?.[1] ?? []) {
        if (!code.includes(from)) this.error(`${id} has changed: ${from}`);
        trimmed = trimmed.replace(from, to);
      }
      return { code: trimmed, map: null, moduleSideEffects: false };
    },
    buildEnd(error) {
      const missed = Object.keys(REPLACED).filter((path) => !met.has(path));
      if (!error && missed.length > 0) this.error(`Not found in the Socket.IO client: ${missed.join(', ')}`);
    },
  };
}
