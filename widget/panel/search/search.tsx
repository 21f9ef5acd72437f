import { LIMITS } from '@beseda/shared/domain/limits';
import type { FoundPage } from '@beseda/shared/domain/page-data';
import { View as Closed } from '../closed/closed';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { step } from '../views/ask';
import { adopt, Failed, type ViewProps } from '../views/lazy-view';
import { Hits, Suggestions } from '../views/suggestions';
import { type Search, searchOf } from './find-articles';
import { forgetSearches, readRecent } from './recent-searches';
import css from './search.css?inline';
import { searchTexts } from './texts';

adopt(css);

interface PartProps {
  panel: Panel;
  search: Search;
}

/** Looking for articles: a screen of its own or, with an `id`, the first one of somebody who may not write. */
export function View({ panel, id }: ViewProps) {
  const search = searchOf(panel);
  const { query, found, failed } = search;
  const part = { panel, search };
  const body = (
    <div class="finder">
      <Field {...part} />
      {query.trim() === '' ? (
        <Before {...part} />
      ) : failed ? (
        <Failed panel={panel} onRetry={() => void search.submit()} />
      ) : (
        found && <Found {...part} found={found} />
      )}
    </div>
  );
  if (id)
    return (
      <>
        <Closed panel={panel} id="" />
        {body}
      </>
    );
  return (
    <div class="ask" onKeyDown={step}>
      {body}
    </div>
  );
}

/** What was written before it was known that it cannot be sent is looked for. */
function Field({ panel, search }: PartProps) {
  const { texts } = panel.state;
  return (
    <form
      role="search"
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void search.submit();
      }}
    >
      <input
        ref={takeFocus}
        class="find"
        enterkeyhint="search"
        autocomplete="off"
        aria-label={texts.search}
        placeholder={texts.search}
        maxLength={LIMITS.queryLength}
        value={search.query}
        data-focus
        data-step
        onInput={({ currentTarget }) => search.type(currentTarget.value)}
      />
    </form>
  );
}

/** The field that stood here had the focus. */
function takeFocus(field: HTMLInputElement | null): void {
  if (document.activeElement === document.body && document.hasFocus()) field?.focus();
}

/** A button that goes away leaves the focus to the field. */
function toField({ currentTarget }: { currentTarget: HTMLElement }): void {
  currentTarget.closest('.finder')?.querySelector('input')?.focus();
}

/** What was searched before, and what belongs to the page. */
function Before({ panel, search }: PartProps) {
  const texts = searchTexts(panel.state.locale);
  const recent = readRecent(search.place);
  const offered = panel.state.hits.kind === 'page' ? panel.state.hits.results : [];
  return (
    <>
      {recent.length > 0 && (
        <section class="hits" aria-label={texts.recent}>
          <div class="told">
            <h2>{texts.recent}</h2>
            <button
              type="button"
              class="link"
              onClick={(event) => {
                toField(event);
                forgetSearches(search.place);
                panel.touch();
              }}
            >
              {texts.forget}
            </button>
          </div>
          {recent.map((query) => (
            <button
              key={query}
              type="button"
              class="hit"
              data-step
              onClick={(event) => {
                toField(event);
                void search.submit(query);
              }}
            >
              {query}
            </button>
          ))}
        </section>
      )}
      {offered.length > 0 && <Suggestions panel={panel} />}
      {recent.length + offered.length === 0 && <p class="quiet">{texts.hint}</p>}
    </>
  );
}

function Found({ panel, search, found }: PartProps & { found: FoundPage }) {
  const texts = searchTexts(panel.state.locale);
  const { hits, total, corrected, closest } = found;
  const open = (number: number) => {
    search.remember();
    panel.openArticle(number);
  };
  return (
    <>
      {corrected && (
        <div class="told">
          <p>{texts.meant}</p>
          <button
            type="button"
            class="link"
            data-step
            onClick={(event) => {
              toField(event);
              void search.submit(corrected);
            }}
          >
            {corrected}
          </button>
        </div>
      )}
      <div class="told">
        <p role="status">{total ? fill(texts.count, { count: total }) : texts.nothing}</p>
        <Filter panel={panel} search={search} found={found} />
      </div>
      {hits[0] && (
        <div class="hits">
          <Hits hits={hits} onOpen={open} />
        </div>
      )}
      {hits.length < total && (
        <button type="button" class="link" onClick={(event) => void showMore(search, event.currentTarget)}>
          {texts.more}
        </button>
      )}
      {closest[0] && (
        <section class="hits">
          <h2>{texts.closest}</h2>
          <Hits hits={closest} onOpen={open} />
        </section>
      )}
      {panel.state.access.kind === 'staff' && <Unanswered panel={panel} search={search} />}
    </>
  );
}

/** The focus goes on to the first that were not there. */
async function showMore(search: Search, button: HTMLElement): Promise<void> {
  const finder = button.closest('.finder');
  const shown = search.found?.hits.length ?? 0;
  await search.more();
  setTimeout(() => finder?.querySelectorAll<HTMLElement>('.hit')[shown]?.focus());
}

/** Where the hits stand: a choice only among several. */
function Filter({ panel, search, found: { sections, section, all } }: PartProps & { found: FoundPage }) {
  const texts = searchTexts(panel.state.locale);
  if (!sections[1]) return null;
  return (
    <select
      aria-label={texts.section}
      value={section ?? ''}
      onChange={({ currentTarget: { value } }) => void search.choose(value ? Number(value) : null)}
    >
      <option value="">{fill(texts.everywhere, { count: all })}</option>
      {sections.map(({ number, title, count }) => (
        <option key={number} value={number}>
          {title} ({count})
        </option>
      ))}
    </select>
  );
}

/** The way to a person; what was searched begins the question, where none was begun. */
function Unanswered({ panel, search }: PartProps) {
  const texts = searchTexts(panel.state.locale);
  const ask = () => {
    if (!panel.draft().text) panel.write('new', { text: search.query.trim() });
    panel.set({ screens: [{ name: 'ask' }] });
  };
  return (
    <div class="unanswered">
      <p>{texts.unanswered}</p>
      <button type="button" class="primary" onClick={ask}>
        {texts.ask}
      </button>
    </div>
  );
}
