import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROTOCOL_VERSION } from '@beseda/shared/protocol/socket';
import { expect, it } from 'vitest';
import { findRoot } from '../config/find-root';

/** What travels: the events with their shapes, and the words that stand in them. */
const SOURCES = [
  'protocol/socket.ts',
  'protocol/http.ts',
  'protocol/errors.ts',
  'domain/event.ts',
  'domain/report.ts',
  'domain/words.ts',
];

const PINNED = { version: 1, hash: '52f99ebc7acf66ed' };

/** Comments, layout and trailing commas say nothing on the wire. */
function shapeOf(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
    .replace(/\s+/g, '')
    .replace(/[,;]([}\])>])/g, '$1');
}

function hashOfWire(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    hash.update(shapeOf(readFileSync(join(findRoot(), 'shared', source), 'utf8')));
  return hash.digest('hex').slice(0, 16);
}

it('changes only together with its version', () => {
  const now = { version: PROTOCOL_VERSION, hash: hashOfWire() };
  expect(
    now,
    `The wire has changed (${SOURCES.join(', ')}). Can a client of version ${PINNED.version}, open in a browser since
yesterday, still talk to this server? If not, raise PROTOCOL_VERSION in shared/protocol/socket.ts: such clients then
reload instead of failing. Either way, set PINNED in server/sockets/wire.test.ts to ${JSON.stringify(now)}.`,
  ).toEqual(PINNED);
});
