import type { Evidence } from '@beseda/shared/domain/event';
import type { Locale } from '@beseda/shared/domain/words';
import { RateLimiter } from '../context/rate-limiter';
import type { RequesterActor } from '../db/actor';
import type { Database } from '../db/connect';
import { keyOfQuery } from './key-of-query';
import { asReader, type Reader, visitorOf } from './reader';
import {
  beginSitting,
  continueSitting,
  isAlike,
  isContinued,
  type Look,
  type Sitting,
  settle,
} from './sitting';
import { storeSearches } from './store-searches';

/** After so long without a word, a question is what it is; it is kept sooner, once it rests. */
const OVER_MS = 10 * 60_000;
const REST_MS = 4_000;
const SITTINGS_OF_ONE = 4;
/** Of one person or address: more than anybody asks, and too little to fill the reports with. */
const NEW_PER_MINUTE = 20;
const NEW_PER_DAY = 300;
const STRANGERS_PER_DAY = 20_000;
/** In memory; what is more is lost, and counted. */
const MOST_SITTINGS = 5_000;
const MOST_VISITORS = 50_000;

interface Given {
  database: Database;
  secrets: { visitors: string };
  now: () => number;
}

/**
 * Notes what people look for and what comes of it. All calls only touch memory; `flush` writes, and no request waits for
 * it. Readers that are null teach nothing.
 */
export class SearchRecorder {
  readonly #given: Given;
  readonly #open = new Map<string, Sitting[]>();
  #over: Sitting[] = [];
  readonly #limiter = new RateLimiter();
  #day = '';
  /** Of this day: visitors by who they are, questions by visitor. */
  readonly #visitors = new Map<string, string>();
  readonly #begun = new Map<string, number>();
  #strangers = 0;
  #count = 0;
  #lost = 0;
  #flushing: Promise<unknown> = Promise.resolve();

  constructor(given: Given) {
    this.#given = given;
  }

  /** A search, or a draft as far as it is typed, and the articles that this showed. */
  looked(reader: Reader | null, look: Look): void {
    if (!reader || look.query.trim() === '') return;
    const now = this.#given.now();
    const visitor = this.#visitorOf(reader);
    const known = this.#open.get(visitor)?.find((one) => isContinued(one, look, reader.place));
    if (known) continueSitting(known, look, now);
    else this.#begin(visitor, reader, look, now);
  }

  /** An article was opened, from a list or by its address. */
  opened(reader: Reader | null, { number }: { number: number }): void {
    if (!reader) return;
    const from = this.#open.get(this.#visitorOf(reader))?.findLast(({ shown }) => shown.includes(number));
    if (!from || from.opened.has(number)) return;
    from.opened.add(number);
    settle(from, 'opened', this.#given.now());
  }

  /** A vote: yes means that a search has found what it was for. */
  voted(reader: Reader | null, { number, helpful }: { number: number; helpful: boolean }): void {
    if (!reader) return;
    const found = this.#open.get(this.#visitorOf(reader)) ?? [];
    const from = found.findLast(({ shown }) => shown.includes(number));
    if (!from) return;
    if (helpful) {
      from.refused.delete(number);
      if (from.kind === 'search') from.article = number;
    } else from.refused.add(number);
    settle(from, helpful && from.kind === 'search' ? 'helped' : 'none', this.#given.now());
  }

  /** A draft that an article answered: it was put away. */
  helped(
    person: RequesterActor,
    given: { article: number; locale: Locale; query?: string; evidence: Evidence },
  ) {
    const sitting = this.#takeDraft(person, given.query ?? null, given);
    if (!sitting) return;
    sitting.article = given.article;
    sitting.opened.add(given.article);
    sitting.refused.delete(given.article);
    this.#end(sitting, 'helped');
  }

  /** A draft that was sent in spite of what was shown, and the searches before it on the same subject. */
  asked(
    person: RequesterActor,
    given: { ticket: number; locale: Locale; text: string; evidence: Evidence; at: number },
  ): void {
    const sitting = this.#takeDraft(person, given.text, given, given.at);
    if (!sitting) return;
    sitting.ticket = given.ticket;
    this.#end(sitting, 'asked', given.at);
    const words = new Set(keyOfQuery(given.text).split(' '));
    for (const search of this.#open.get(sitting.visitor) ?? []) {
      if (
        search.kind !== 'search' ||
        !keyOfQuery(search.text)
          .split(' ')
          .some((word) => words.has(word))
      )
        continue;
      search.ticket = given.ticket;
      settle(search, 'asked', search.at);
    }
  }

  /** Writes what rests and what is over. Gives how many were lost since the last time. A failure keeps all for the next. */
  flush({ all = false } = {}): Promise<number> {
    const next = this.#flushing.then(() => this.#write(all));
    this.#flushing = next.catch(() => {});
    return next;
  }

  async #write(all: boolean): Promise<number> {
    const now = this.#given.now();
    this.#closeOld(all ? Number.POSITIVE_INFINITY : now - OVER_MS);
    const resting = [...this.#open.values()].flat().filter((one) => one.isDirty && one.at <= now - REST_MS);
    const over = this.#over;
    this.#over = [];
    for (const one of resting) one.isDirty = false;
    try {
      if (resting.length + over.length > 0) await storeSearches(this.#given.database, { resting, over });
      this.#count -= over.length;
    } catch (error) {
      for (const one of resting) one.isDirty = true;
      this.#over.unshift(...over);
      throw error;
    }
    const lost = this.#lost;
    this.#lost = 0;
    return lost;
  }

  #begin(visitor: string, reader: Reader, look: Look, now: number): void {
    const own = this.#open.get(visitor) ?? [];
    if (!this.#mayBegin(visitor, reader, now)) {
      this.#lost++;
      return;
    }
    this.#open.set(visitor, [...own, beginSitting(visitor, reader, look, now)]);
    this.#count++;
    if (own.length >= SITTINGS_OF_ONE && own[0]) this.#close(own[0]);
  }

  /** So that nobody can flood what is learnt. */
  #mayBegin(visitor: string, reader: Reader, now: number): boolean {
    const begun = this.#begun.get(visitor) ?? 0;
    if (begun >= NEW_PER_DAY || this.#count >= MOST_SITTINGS) return false;
    if (!reader.person && this.#strangers >= STRANGERS_PER_DAY) return false;
    if (!this.#limiter.take(visitor, NEW_PER_MINUTE, now)) return false;
    this.#begun.set(visitor, begun + 1);
    if (!reader.person) this.#strangers++;
    return true;
  }

  /** The draft that ends, from what this node has seen of it and from what the panel says. Null: nothing was typed. */
  #takeDraft(
    person: RequesterActor,
    text: string | null,
    { locale, evidence }: { locale: Locale; evidence: Evidence },
    at = this.#given.now(),
  ): Sitting | null {
    const reader = asReader(person);
    const visitor = this.#visitorOf(reader, at);
    const drafts = (this.#open.get(visitor) ?? []).filter(({ kind }) => kind === 'draft');
    const known = drafts.findLast((one) => text === null || isAlike(one.text, text));
    const query = text ?? known?.text ?? '';
    // The last ones stood there at the end.
    const shown = known?.shown ?? evidence.shown.slice(-SITTINGS_OF_ONE);
    if (!known && this.#count >= MOST_SITTINGS) {
      this.#lost++;
      return null;
    }
    const look: Look = { kind: 'draft', locale, query, shown };
    const sitting = known ?? beginSitting(visitor, reader, look, at);
    if (!known) this.#count++;
    sitting.text = query;
    for (const number of evidence.opened) sitting.opened.add(number);
    for (const number of evidence.refused) sitting.refused.add(number);
    return sitting;
  }

  #end(sitting: Sitting, outcome: 'helped' | 'asked', at = this.#given.now()): void {
    settle(sitting, outcome, at);
    this.#close(sitting);
  }

  #close(sitting: Sitting): void {
    const left = (this.#open.get(sitting.visitor) ?? []).filter((one) => one !== sitting);
    if (left.length > 0) this.#open.set(sitting.visitor, left);
    else this.#open.delete(sitting.visitor);
    this.#over.push(sitting);
  }

  #closeOld(before: number): void {
    for (const sitting of [...this.#open.values()].flat()) if (sitting.at <= before) this.#close(sitting);
  }

  #visitorOf(reader: Reader, at = this.#given.now()): string {
    const day = new Date(at).toISOString().slice(0, 10);
    const secret = this.#given.secrets.visitors;
    // What is told of a day that is gone, as a demo does, is not this day's.
    if (day < this.#day) return visitorOf(secret, day, reader);
    if (day > this.#day) this.#turnDay(day);
    const who = reader.person ? reader.person.personId : reader.address;
    const visitor = this.#visitors.get(who) ?? visitorOf(secret, day, reader);
    if (this.#visitors.size >= MOST_VISITORS) this.#visitors.clear();
    this.#visitors.set(who, visitor);
    return visitor;
  }

  #turnDay(day: string): void {
    this.#day = day;
    this.#strangers = 0;
    for (const known of [this.#visitors, this.#begun]) known.clear();
  }
}
