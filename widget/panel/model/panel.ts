import { backoff } from '@beseda/shared/client/clock';
import type { Draft } from '@beseda/shared/client/drafts';
import { createHttp, type Http } from '@beseda/shared/client/http';
import type { NewMessage } from '@beseda/shared/client/outbox';
import type { Session } from '@beseda/shared/client/session';
import type { PageContext } from '@beseda/shared/domain/event';
import type { Locale } from '@beseda/shared/domain/words';
import type { HostState } from '@beseda/shared/protocol/host-bridge';
import type { PanelBoot } from '@beseda/shared/protocol/render';
import type { Keep } from '../keep/start-keep';
import type { Live } from '../live/start-live';
import type { Texts } from '../texts/ru';
import type { Bridge } from './bridge';
import { createEvidence } from './evidence';
import { lastWords } from './last-words';
import { EMPTY_DRAFT, type Hits, type PanelState, type Screen } from './state';
import { createSuggester } from './suggest';

/** What the panel loads only when it is needed; an import that fails may be tried again. */
export interface PanelParts {
  loadKeep: () => Promise<{ startKeep: (panel: Panel) => Promise<Keep> }>;
  loadLive: () => Promise<{ startLive: (panel: Panel, keep: Keep) => Promise<Live> }>;
  loadTexts: (locale: Locale) => Promise<{ texts: Texts }>;
  /** Whether this browser holds drafts or unsent messages of anybody. */
  hasStored: () => Promise<boolean>;
}

/** Time without typing after which a draft is stored; the first time, that loads the code which stores. */
const SAVE_MS = 1000;

/** The panel's model: one state, replaced with every change, and what a person can do. Knows no DOM and no views. */
export class Panel {
  state: PanelState;
  host: HostState | null = null;
  session: Session | null = null;
  /** Set once something is stored. */
  keep: Keep | null = null;
  /** Set once conversations are connected. */
  live: Live | null = null;
  /** From the JS API: what the product team says about the page, and what it has chosen to suggest. */
  context: Record<string, string> | undefined;
  route: string | undefined;
  subject: string | undefined;
  /** What is sent along with a new conversation; set by what shows it. */
  describePage: ((draft: Draft) => PageContext | null) | undefined;
  /** True: a new conversation waits for what the person says; set by what asks them. */
  holdSend: (() => boolean) | undefined;
  onChange: () => void = () => {};
  readonly boot: PanelBoot;
  readonly parts: PanelParts;
  readonly http: Http;
  readonly evidence = createEvidence();
  readonly lastWords = lastWords;
  /** Messages on their way into the outbox. */
  readonly leaving = new Set<NewMessage>();
  /** Drafts that the disk does not have as they are. */
  readonly #unsaved = new Set<string>();
  bridge!: Bridge;
  readonly #suggester;
  #starting: Record<string, Promise<unknown>> = {};
  /** Files on their way into a draft: what is sent waits for them. */
  #attaching: Promise<unknown> | undefined;
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor(boot: PanelBoot, texts: Texts, parts: PanelParts, origin = '') {
    this.boot = boot;
    this.parts = parts;
    this.http = createHttp({
      origin,
      headers: () => this.headers(),
      renew: () => this.session?.renew() ?? Promise.resolve({ ok: false, code: 'session_required' }),
    });
    this.#suggester = createSuggester(this.http, (hits) => this.showHits(hits));
    this.state = { ...FRESH, locale: boot.locale, texts };
  }

  set(patch: Partial<PanelState>): void {
    this.state = { ...this.state, ...patch };
    this.onChange();
  }

  /** Something that the state only points to has changed. */
  touch = (): void => this.set({ version: this.state.version + 1 });

  headers(): Record<string, string> {
    const session = this.session?.get();
    return session ? { authorization: `Bearer ${session.session}` } : {};
  }

  /** Whose rows on this browser's disk are shown. */
  owner(): string {
    const { person, company } = this.session?.get() ?? {};
    return `${this.boot.app} ${company?.externalId} ${person?.id}`;
  }

  /** The page goes, or the person: what is not on disk yet must not go with it. */
  keepLast(): void {
    const drafts = Object.fromEntries([...this.#unsaved].map((key) => [key, this.draft(key)]));
    if (this.session?.get() && this.#unsaved.size + this.leaving.size)
      this.lastWords([this.owner(), drafts, [...this.leaving]]);
  }

  /** Forgets the person, not the host. */
  reset(): void {
    this.keepLast();
    clearTimeout(this.#saving);
    this.#unsaved.clear();
    this.leaving.clear();
    this.#suggester.cancel();
    this.evidence.clear();
    this.live?.close();
    this.keep = this.live = null;
    this.#starting = {};
    this.context = this.route = this.subject = undefined;
    const { locale, texts } = this.state;
    this.set({ ...FRESH, locale, texts });
  }

  go(screen: Screen): void {
    this.set({ screens: [...this.state.screens, screen], notice: null });
  }

  back(): void {
    this.set({ screens: this.state.screens.slice(0, -1) });
  }

  close = (): void => this.bridge.post({ type: 'close' });

  /** The draft that the shown screen writes. */
  draftKey(): string {
    const screen = this.state.screens.at(-1);
    return screen?.name === 'thread' ? screen.id : 'new';
  }

  draft(key = 'new'): Draft {
    return this.state.drafts[key] ?? EMPTY_DRAFT;
  }

  /** Changes a draft in memory at once, on disk when the typing pauses. */
  write(key: string, patch: Partial<Draft>): void {
    this.set({ drafts: { ...this.state.drafts, [key]: { ...this.draft(key), ...patch } } });
    this.#unsaved.add(key);
    if (key === 'new') this.suggest();
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => void this.#save(key), SAVE_MS);
  }

  suggest(): void {
    const { text, report } = this.draft();
    const all = [text, ...Object.values(report?.fields ?? {})].join('\n');
    this.#suggester.ask(all, this.state.locale, this.route ?? pathOf(this.host?.page.url));
  }

  showHits(hits: Hits): void {
    if (hits.kind === 'found') for (const { number } of hits.results) this.evidence.shown.add(number);
    this.set({ hits });
  }

  openArticle(article: number | string): void {
    this.go({ name: 'article', id: `${article}` });
  }

  /** Takes files into the draft of the shown screen. */
  attach(files: ArrayLike<File> | null | undefined): void {
    const list = Array.from(files ?? []);
    if (!list[0] || this.state.access.kind === 'nobody') return;
    const key = this.draftKey();
    const attached = import('../files/attach-files').then(
      ({ attachFiles }) => attachFiles(this, key, list),
      () => this.set({ line: 'offline' }),
    );
    this.#attaching = Promise.all([this.#attaching, attached]);
  }

  /** Has the host take a picture of its page, for a draft. */
  shoot(key: string): void {
    import('../screenshot/take-screenshot').then(
      ({ takeScreenshot }) => takeScreenshot(this, key),
      () => this.set({ line: 'offline' }),
    );
  }

  /** Opens the storage, once a session is there; null when that is not possible now. */
  startKeep(): Promise<Keep | null> {
    const { session } = this;
    return this.#once('keep', async () => {
      const { startKeep } = await this.parts.loadKeep();
      return session === this.session ? startKeep(this) : null;
    });
  }

  /** Connects, and all that goes with it; null when that is not possible now. */
  startLive(): Promise<Live | null> {
    const { session } = this;
    return this.#once('live', async () => {
      const [{ startLive }, keep] = await Promise.all([this.parts.loadLive(), this.startKeep()]);
      return keep && session === this.session ? startLive(this, keep) : null;
    });
  }

  #once<K extends 'keep' | 'live'>(part: K, start: () => Promise<this[K]>): Promise<this[K] | null> {
    const { session } = this;
    const starting = this.#starting;
    if (this.state.access.kind !== 'staff') return Promise.resolve(null);
    starting[part] ??= start()
      .catch(() => null)
      .then((made) => {
        // Another time: the network may be back.
        if (!made) delete starting[part];
        if (session === this.session) this[part] = made;
        else if (made && 'close' in made) made.close();
      });
    return starting[part].then(() => this[part]);
  }

  /** Sends a draft as soon as that is possible; meanwhile it stays where it is. */
  async send(key: string, attempt = 0): Promise<void> {
    const { session } = this;
    this.set({ sending: key, refusedFiles: [] });
    await this.#attaching;
    const live = await this.startLive();
    if (session !== this.session) return;
    if (!live) {
      if (session) setTimeout(() => void this.send(key, attempt + 1), backoff(attempt));
      return;
    }
    await live.send(key, this.draft(key));
    if (session === this.session) this.set({ sending: null });
  }

  async #save(key: string): Promise<void> {
    const { session } = this;
    const keep = await this.startKeep();
    const draft = this.draft(key);
    if (!keep || session !== this.session) return;
    await keep.drafts.save(key, draft);
    if (draft === this.draft(key)) this.#unsaved.delete(key);
  }
}

const FRESH = {
  access: { kind: 'waiting' },
  screens: [{ name: 'ask' }],
  drafts: {},
  hits: { kind: 'page', results: [] },
  sending: null,
  line: 'idle',
  durable: true,
  conversations: null,
  unread: 0,
  notice: null,
  refusedFiles: [],
  dragging: false,
  announcement: '',
  version: 0,
} satisfies Omit<PanelState, 'locale' | 'texts'>;

function pathOf(url = ''): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}
