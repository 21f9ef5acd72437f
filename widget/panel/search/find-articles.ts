import type { FoundPage } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import type { Panel } from '../model/panel';
import { type Access, isClosed } from '../model/state';
import { placeOfSearches, rememberSearch } from './recent-searches';

const PAUSE_MS = 150;
const SHEET = 10;

/** What one person looks for in the articles; it is still there after an article was read. */
export class Search {
  query: string;
  found: FoundPage | null = null;
  failed = false;
  readonly reader: Reader;
  readonly #panel: Panel;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = new AbortController();

  constructor(panel: Panel, query: string) {
    this.#panel = panel;
    this.reader = readerOf(panel);
    this.query = query;
    if (query.trim() !== '') void this.#ask({ typing: true });
  }

  /** Where what was searched is kept in this browser. */
  get place(): string {
    return placeOfSearches(this.#panel);
  }

  /** Looks when the typing pauses. */
  type(query: string): void {
    this.#drop();
    this.query = query;
    if (query.trim() === '') Object.assign(this, { found: null, failed: false });
    else this.#timer = setTimeout(() => void this.#ask({ typing: true }), PAUSE_MS);
    this.#panel.touch();
  }

  submit(query = this.query): Promise<void> {
    this.query = query;
    this.remember();
    return this.#ask({});
  }

  /** Only what stands in one section; null: in all. */
  choose(section: number | null): Promise<void> {
    return this.#ask({ section });
  }

  more(): Promise<void> {
    const { section = null, hits = [] } = this.found ?? {};
    return this.#ask({ section, limit: hits.length + SHEET });
  }

  remember(): void {
    rememberSearch(this.place, this.query);
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#running.abort();
  }

  /** A late answer never overwrites a newer one. */
  async #ask({ section = null, limit = SHEET, typing = false }: Asked): Promise<void> {
    this.#drop();
    const panel = this.#panel;
    const q = this.query.trim();
    if (q === '') return;
    const { signal } = (this.#running = new AbortController());
    const { locale } = panel.state;
    const params = new URLSearchParams({ q, locale, limit: `${limit}` });
    if (section !== null) params.set('section', `${section}`);
    if (typing) params.set('typing', 'true');
    const ack = await panel.http<FoundPage>('GET', `/articles/look-up?${params}`, undefined, { signal });
    if (signal.aborted) return;
    this.failed = !ack.ok;
    if (ack.ok) this.found = ack.data;
    for (const { number } of this.found?.hits ?? []) panel.evidence.shown.add(number);
    panel.touch();
  }
}

interface Asked {
  section?: number | null;
  limit?: number;
  /** Somebody is still writing it. */
  typing?: boolean;
}

interface Reader {
  identity: number | undefined;
  access: Access['kind'];
  locale: Locale;
}

const searches = new WeakMap<Panel, Search>();

/** The search of who is there now, in their language. */
export function searchOf(panel: Panel): Search {
  const known = searches.get(panel);
  const { identity, access, locale } = readerOf(panel);
  const begun = isClosed(panel.state.access) ? panel.draft().text : '';
  if (!known || known.reader.identity !== identity) return beginSearch(panel, begun);
  const { reader, query } = known;
  if (reader.access === access && reader.locale === locale) return known;
  // What one person looks for and may read is nothing to another.
  return beginSearch(panel, ['waiting', access].includes(reader.access) ? query : begun);
}

function beginSearch(panel: Panel, query: string): Search {
  const search = new Search(panel, query);
  searches.set(panel, search);
  return search;
}

/** Opens the search with a query; who may not write has it on the first screen. */
export function openSearch(panel: Panel, query: string): void {
  beginSearch(panel, query);
  const ask = { name: 'ask' } as const;
  panel.set({ screens: isClosed(panel.state.access) ? [ask] : [ask, { name: 'search' }], notice: null });
}

const readerOf = ({ host, state }: Panel): Reader => ({
  identity: host?.identity,
  access: state.access.kind,
  locale: state.locale,
});
