import type { PersonRef } from '@beseda/shared/domain/event';
import type { Ticket } from '@beseda/shared/protocol/http';
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
  readonly #numbers = new Map<string, number>();

  constructor(panel: Panel) {
    this.panel = panel;
    this.listing = createListing(panel);
  }

  /** Shows a place; a request that is not known yet is looked for by its number. */
  async open(place: Place): Promise<void> {
    if (place.name === 'list') return this.#go(LIST);
    if (place.name === 'new')
      return place.article
        ? this.#go(LIST, ASK, { name: 'article', id: place.article })
        : this.#go(LIST, ASK);
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
    if (screen?.name === 'article') return { name: 'new', article: screen.id };
    if (screen?.name === 'ask') return { name: 'new' };
    if (screen?.name !== 'thread') return { name: 'list' };
    const number = this.numberOf(screen.id);
    return number === null ? null : { name: 'request', number };
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
