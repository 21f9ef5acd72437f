import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { ClamdAddress } from '../config/read-clamd-url';

/** `unchecked`: the scanner has looked and cannot tell, and will not be able to next time. */
export type Verdict = { state: 'ready' | 'unchecked'; threat: null } | { state: 'infected'; threat: string };

/** clamd itself gives up after two minutes. */
const SILENCE_MS = 150_000;
/** The scanner closed in the middle of a stream: a stream beyond its limit can look like that. */
export class ScanCut extends Error {
  constructor() {
    super('The scanner closed without an answer.');
    this.name = 'ScanCut';
  }
}

const LONGEST_ANSWER = 4_096;

/** Sends bytes to clamd (INSTREAM) and gives its verdict. Throws when there is none: try again later. */
export async function scanStream(address: ClamdAddress, source: Readable): Promise<Verdict> {
  const answer = await talk(address, async (socket) => {
    socket.write('zINSTREAM\0');
    for await (const chunk of source as AsyncIterable<Buffer>) {
      // It may say «too large» long before the end, and close.
      if (socket.destroyed || socket.readableEnded) return;
      if (!socket.write(Buffer.concat([lengthOf(chunk.length), chunk]))) await drained(socket);
    }
    socket.write(lengthOf(0));
  }).finally(() => source.destroy());
  const threat = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (threat) return { state: 'infected', threat };
  if (answer === 'stream: OK') return { state: 'ready', threat: null };
  if (/size limit exceeded/i.test(answer)) return { state: 'unchecked', threat: null };
  throw new Error(`The scanner answered «${answer.slice(0, 100)}».`);
}

/** Whether a clamd answers there. */
export async function pingClamd(address: ClamdAddress): Promise<boolean> {
  return talk(address, async (socket) => {
    socket.write('zPING\0');
  }).then(
    (answer) => answer === 'PONG',
    () => false,
  );
}

/** One question and its answer, which ends with a zero byte. */
function talk(address: ClamdAddress, ask: (socket: Socket) => Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let said = '';
    const end = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(SILENCE_MS, () => end(new Error('The scanner is silent.')));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
      if (!said.includes('\0') && said.length < LONGEST_ANSWER) return;
      resolve(said.split('\0', 1)[0] ?? '');
      socket.destroy();
    });
    let isTalking = false;
    socket.on('error', (error) => end(isTalking ? new ScanCut() : error));
    socket.on('close', () => reject(new ScanCut()));
    socket.once('connect', () => {
      isTalking = true;
      ask(socket).catch(end);
    });
  });
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go);
      socket.off('close', go);
      resolve();
    };
    socket.on('drain', go);
    socket.on('close', go);
  });
}
