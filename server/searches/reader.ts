import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Viewer } from '../articles/may-read';
import { isRequester, type RequesterActor } from '../db/actor';

export type Place = 'page' | 'panel' | 'portal';

/** Somebody who looks for help: staff of a company, or whoever asks from this address. */
export type Reader =
  | { person: RequesterActor; place: Place }
  | { person: null; address: string; place: Place };

const PROGRAM = /bot\b|crawl|spider|slurp|preview|monitor|headless|curl|wget|python|facebookexternalhit/i;

/** Who makes this request, if it is somebody whose search teaches something: no agent, no program, no page fetched ahead. */
export function readerOf(
  { actor, ip, headers }: FastifyRequest,
  place: Place,
  viewer: Viewer = actor,
): Reader | null {
  if (PROGRAM.test(headers['user-agent'] ?? '')) return null;
  if (/prefetch/i.test(String(headers['sec-purpose'] ?? headers['purpose'] ?? ''))) return null;
  return readerFor(viewer, ip, place);
}

function readerFor(actor: Viewer, address: string, place: Place): Reader | null {
  if (actor === null) return { person: null, address: networkOf(address), place };
  return isRequester(actor) ? asReader(actor, place) : null;
}

export function asReader(person: RequesterActor, place: Place = 'panel'): Reader {
  return { person, place: person.channel === 'portal' ? 'portal' : place };
}

/** Of IPv6 the network that one customer of a provider has: a machine changes its address there at will. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  return address.split('::', 1)[0]?.split(':').slice(0, 4).join(':') ?? address;
}

/** One reader on one day, and nothing more: tomorrow the same one is somebody else. */
export function visitorOf(secret: string, day: string, reader: Reader): string {
  const who = reader.person ? `person ${reader.person.personId}` : `address ${reader.address}`;
  return createHmac('sha256', secret).update(`${day} ${who}`).digest('base64url').slice(0, 22);
}
