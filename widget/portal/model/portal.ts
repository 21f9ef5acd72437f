import type { PersonRef } from '@beseda/shared/domain/event';
import type { HostState } from '@beseda/shared/protocol/host-bridge';
import type { ArticleView, Ticket } from '@beseda/shared/protocol/http';
import type { Panel } from '../../panel/model/panel';
import type { Screen } from '../../panel/model/state';
import { createListing, type Listing } from './listing';
import type { Place } from './place';

const LIST: Screen = { name: 'list' };
const ASK: Screen = { name: 'ask' };

/** A request that was asked for by its number and is not shown: still looked for, not there, or not to be had now. */
interface Sought {
  number: number;
  state: 'loading' | 'missing' | 'failed';
}

/** «My requests» as a page of its own: the panel's model, with places instead of a host, and the list beside the thread. */
export class Portal {
  readonly panel: Panel;
  readonly listing: Listing;
  sought: Sought | null = null;
  /** The request that was shown last: the way back leads to its row. */
  last: number | null = null;
  /** Of a manager's company, once the list of it has been looked at. */
  colleagues: readonly PersonRef[] = [];
  /** Messages that signing out has deleted, as they could not be sent. */
  lost = 0;
  /** The article that the new request is about; its title is empty until it is known. */
  about: { number: number; title: string; url: string } | null = null;
  readonly #numbers = new Map<string, number>();

  constructor(panel: Panel) {
    this.panel = panel;
    this.listing = createListing(panel);
  }

  /** Shows a place; a request that is not known yet is looked for by its number. */
  async open(place: Place): Promise<void> {
    if (place.name !== 'new') this.#askAbout(null);
    if (place.name === 'list') return this.#go(LIST);
    if (place.name === 'new') {
      this.#askAbout(place.about ?? null);
      const { reading, text } = place;
      if (text && !this.panel.draft().text) this.panel.write('new', { text });
      return reading ? this.#go(LIST, ASK, { name: 'article', id: reading }) : this.#go(LIST, ASK);
    }
    const { number } = place;
    const id = this.#idOf(number);
    if (id) return this.#go(LIST, { name: 'thread', id });
    const looking: Sought = { number, state: 'loading' };
    this.#seek(looking);
    const ack = await this.panel.http<Ticket>('GET', `/tickets/${number}`);
    if (this.sought !== looking) return;
    if (!ack.ok) return this.#seek({ number, state: ack.code === 'not_found' ? 'missing' : 'failed' });
    this.#numbers.set(ack.data.conversationId, number);
    this.#go(LIST, { name: 'thread', id: ack.data.conversationId });
  }

  async meetColleagues(): Promise<void> {
    const ack = await this.panel.http<{ results: PersonRef[] }>('GET', '/colleagues');
    if (ack.ok) this.colleagues = ack.data.results;
    this.panel.touch();
  }

  /** What is shown; null while a new request has no number yet. */
  place(): Place | null {
    if (this.sought) return { name: 'request', number: this.sought.number };
    const screen = this.panel.state.screens.at(-1);
    const about = this.about && { about: this.about.number };
    if (screen?.name === 'article') return { name: 'new', ...about, reading: screen.id };
    if (screen?.name === 'ask') return { name: 'new', ...about };
    if (screen?.name !== 'thread') return { name: 'list' };
    const number = this.numberOf(screen.id);
    return number === null ? null : { name: 'request', number };
  }

  /** What the article is called is asked for; one that this person may not read is forgotten. */
  #askAbout(number: number | null): void {
    if (number === (this.about?.number ?? null)) return;
    const about = number === null ? null : { number, title: '', url: '' };
    this.about = about;
    this.#comeFrom({ url: '', title: '' });
    if (about) void this.#nameArticle(about);
  }

  async #nameArticle(about: NonNullable<Portal['about']>): Promise<void> {
    const { panel } = this;
    const ack = await panel.http<ArticleView>(
      'GET',
      `/articles/${about.number}?locale=${panel.state.locale}`,
    );
    if (this.about !== about) return;
    this.about = ack.ok ? { number: about.number, title: ack.data.title, url: ack.data.url } : null;
    if (ack.ok) {
      panel.evidence.opened.add(about.number);
      // By its number alone: what is long in an address is taken for a secret.
      const url = `${panel.boot.publicUrl}/help/${ack.data.locale}/article/${about.number}`;
      this.#comeFrom({ url, title: ack.data.title });
    }
    panel.touch();
  }

  /** The page that a request says it comes from. */
  #comeFrom(page: HostState['page']): void {
    if (this.panel.host) this.panel.host = { ...this.panel.host, page };
  }

  numberOf(id: string): number | null {
    const { live, state } = this.panel;
    const number =
      live?.threads.view(id).thread?.conversation.number ??
      state.conversations?.find((row) => row.id === id)?.number ??
      this.#numbers.get(id);
    if (number !== undefined) this.#numbers.set(id, number);
    return number ?? null;
  }

  #idOf(number: number): string | undefined {
    for (const [id, known] of this.#numbers) if (known === number) return id;
    return this.listing.rows().find((row) => row.number === number)?.id;
  }

  #go(...screens: Screen[]): void {
    this.sought = null;
    this.panel.set({ screens, notice: null });
  }

  #seek(sought: Sought): void {
    this.#go(LIST);
    this.sought = sought;
  }
}
