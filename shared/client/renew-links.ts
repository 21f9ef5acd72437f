import type { Attachment } from '../domain/event';
import type { Page } from '../protocol/http';
import type { Http } from './http';

/** The same file with links that live on; null: not now, or not any more. */
export type RenewLinks = (id: string) => Promise<Attachment | null>;

const GATHER_MS = 50;
const MOST_PER_REQUEST = 100;

/** Links of files expire while a thread stays open. Those whose time comes together are asked for together. */
export function createLinkRenewal(http: Http): RenewLinks {
  let waiting = new Map<string, Promise<Attachment | null>>();

  async function ask(batch: ReadonlyMap<string, unknown>): Promise<Map<string, Attachment>> {
    await new Promise((resolve) => {
      setTimeout(resolve, GATHER_MS);
    });
    waiting = new Map();
    const found = new Map<string, Attachment>();
    const ids = [...batch.keys()];
    for (let at = 0; at < ids.length; at += MOST_PER_REQUEST) {
      const some = ids.slice(at, at + MOST_PER_REQUEST).join(',');
      const ack = await http<Page<Attachment>>('GET', `/files/links?ids=${some}`);
      if (ack.ok) for (const file of ack.data.results) found.set(file.id, file);
    }
    return found;
  }

  let answer: Promise<Map<string, Attachment>>;
  return (id) => {
    if (waiting.size === 0) answer = ask(waiting);
    const mine = waiting.get(id) ?? answer.then((found) => found.get(id) ?? null);
    waiting.set(id, mine);
    return mine;
  };
}
