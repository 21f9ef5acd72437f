import type { Distributor, ReportField } from '../domain/report';
import type { TicketType } from '../domain/words';
import { type HeldFile, releaseFiles } from './hold-file';
import type { Store } from './store';

/** What stands in a composer and is not sent. */
export interface Draft {
  text: string;
  files: HeldFile[];
  report?: DraftReport | undefined;
}

/** What is filled in beside the text of a new conversation; the text itself is the first field of its type. */
export interface DraftReport {
  /** Nothing leaves it to the agent. */
  type?: TicketType | undefined;
  /** Also those of a type that is not chosen any more. */
  fields?: Partial<Record<ReportField, string>>;
  /** Whether a distributor is meant; who that is stays written down when it is not. */
  about?: boolean;
  distributor?: Distributor | undefined;
  /** Parts of the context that shall not be sent. */
  without?: readonly string[];
}

/** Unsent text and files of one person, per conversation (`new` for one that does not exist yet). */
export interface Drafts {
  load(conversation: string): Promise<Draft>;
  /** All that there are, by conversation. */
  loadAll(): Promise<Record<string, Draft>>;
  /** An empty draft is forgotten. Files are kept: they may have moved into the outbox. */
  save(conversation: string, draft: Draft): Promise<void>;
  /** Deletes all drafts of the owner with their files. */
  clear(): Promise<void>;
}

export function createDrafts(store: Store, owner: string): Drafts {
  const keyOf = (conversation: string) => `${owner} ${conversation}`;
  return {
    async load(conversation) {
      const row = await store.get<Draft>('drafts', keyOf(conversation));
      return row ? pick(row) : { text: '', files: [] };
    },
    async loadAll() {
      const rows = await store.list<Draft & { key: string }>('drafts', owner);
      return Object.fromEntries(rows.map((row) => [row.key.slice(owner.length + 1), pick(row)]));
    },
    async save(conversation, draft) {
      const key = keyOf(conversation);
      if (hasContent(draft)) await store.put('drafts', { key, owner, ...pick(draft) });
      else await store.delete('drafts', key);
    },
    async clear() {
      for (const { key, files } of await store.list<Draft & { key: string }>('drafts', owner)) {
        await releaseFiles(store, files);
        await store.delete('drafts', key);
      }
    },
  };
}

const pick = ({ text, files, report }: Draft): Draft => ({ text, files, ...(report && { report }) });

/** A type that was chosen and nothing else is not worth keeping. */
export function hasContent({ text, files, report }: Draft): boolean {
  const { fields = {}, about } = report ?? {};
  return Boolean(text || files[0] || about || Object.values(fields).some(Boolean));
}
