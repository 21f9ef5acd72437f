import { createReadStream } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import type { S3Address } from '../config/read-s3-url';
import { Refusal } from '../context/refusal';

export interface S3Call {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Empty: the bucket itself. */
  key: string;
  query?: Record<string, string>;
  range?: string;
  /** Sent as the body, read from disk as it goes; again for each attempt. */
  file?: { path: string; sha256: string; size: number };
}

/** The storage has answered, and not with what was asked for. */
export class S3Error extends Error {
  readonly status: number;
  readonly code: string;

  constructor(call: S3Call, status: number, code: string) {
    super(`The storage answered ${call.method} with ${status} ${code}.`);
    this.name = 'S3Error';
    this.status = status;
    this.code = code;
  }
}

const ATTEMPTS = 3;
const PAUSE_MS = 200;
const SILENCE_MS = 30_000;
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/**
 * Calls a storage that speaks S3, signed (SigV4), bodies streamed both ways. Null where there is no such key. Tries again
 * what fails on the storage's side; refuses with `unavailable` when that does not help. Throws S3Error.
 */
export type CallS3 = (call: S3Call) => Promise<IncomingMessage | null>;

export function createS3Client(address: S3Address): CallS3 {
  const cache = new Map<string, ArrayBuffer>();
  return async (call) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await send(address, cache, call).catch((error: unknown) => error as Error);
      if (!(answer instanceof Error) && (answer.statusCode ?? 500) < 500) return settle(call, answer);
      if (!(answer instanceof Error)) answer.resume();
      if (attempt === ATTEMPTS) {
        throw new Refusal('unavailable', 'The storage of files does not answer right now.');
      }
      await delay(PAUSE_MS * attempt);
    }
  };
}

async function settle(call: S3Call, answer: IncomingMessage): Promise<IncomingMessage | null> {
  const status = answer.statusCode ?? 500;
  if (status < 300) return answer;
  const body = await text(answer);
  if (status === 404 && call.key !== '') return null;
  throw new S3Error(call, status, /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? '');
}

async function send(
  address: S3Address,
  cache: Map<string, ArrayBuffer>,
  { method, key, query, range, file }: S3Call,
): Promise<IncomingMessage> {
  const url = new URL(`${address.bucketUrl}/${key === '' ? '' : address.prefix + key}`);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const signed = await new AwsV4Signer({
    accessKeyId: address.accessKeyId,
    secretAccessKey: address.secretAccessKey,
    ...(address.region === undefined ? {} : { region: address.region }),
    service: 's3',
    method,
    url: url.href,
    headers: { 'x-amz-content-sha256': file?.sha256 ?? EMPTY_SHA256 },
    cache,
  }).sign();
  const headers: Record<string, string> = {
    ...Object.fromEntries(signed.headers),
    ...(range === undefined ? {} : { range }),
    ...(method === 'PUT' ? { 'content-length': String(file?.size ?? 0) } : {}),
  };
  const start = signed.url.protocol === 'https:' ? httpsRequest : httpRequest;
  const outgoing = start(signed.url, { method, headers });
  outgoing.setTimeout(SILENCE_MS, () => outgoing.destroy(new Error('The storage is silent.')));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  if (file) void pipeline(createReadStream(file.path), outgoing).catch(() => outgoing.destroy());
  else outgoing.end();
  return answered;
}
