import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { Manuscript, VersionText } from '@beseda/shared/protocol/kb';
import { useState } from 'preact/hooks';
import { useActions, useDesk } from '../../../contexts';
import { LoadedPart } from '../../../settings/loaded-part';
import { useLoaded } from '../../../settings/use-loaded';
import { KnowledgeLink } from '../../knowledge-link';
import { useKbWords } from '../../use-kb-words';
import type { EditorPart } from '../editor/side-tabs';
import { Difference } from './difference';
import { usePublicationWords } from './use-publication-words';

const placeOf = (number: number, locale: Locale) =>
  ({ section: 'articles', rest: [String(number), locale], query: '' }) as const;

/** The other language beside this one, and what changed there since this was translated. */
export function TranslationTab(part: EditorPart) {
  const { manuscript } = part;
  const other = LOCALES.find((locale) => locale !== manuscript.locale) ?? 'en';
  const known = manuscript.translations.some(({ locale }) => locale === other);
  return (
    <div class="kb-translation">
      {known ? <Beside part={part} other={other} /> : <Begin part={part} other={other} />}
    </div>
  );
}

/** A draft in the other language, with this text to be translated over. */
function Begin({ part: { manuscript, writing }, other }: { part: EditorPart; other: Locale }) {
  const { http } = useDesk();
  const actions = useActions();
  const { translation: words } = usePublicationWords();
  const { why } = useKbWords();
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const { number, locale, published } = manuscript;
  async function begin(): Promise<void> {
    const { slug: _slug, ...fields } = writing.state.get().fields;
    const origin = { translatedFrom: locale, translatedVersion: published?.version ?? null };
    const ack = await http('PUT', `/kb/articles/${number}/${other}/draft`, {
      revision: 0,
      ...fields,
      ...origin,
    });
    if (!ack.ok) return setProblem(ack.code);
    actions.go({ knowledge: placeOf(number, other) });
  }
  return (
    <>
      <p>{words.missing(words.languages[other])}</p>
      <p>
        <button type="button" class="button" onClick={() => void begin()}>
          {words.begin(words.languages[other])}
        </button>
      </p>
      <p class="soft">{words.beginHint}</p>
      {problem && (
        <p class="refused" role="alert">
          {why(problem)}
        </p>
      )}
    </>
  );
}

function Beside({ part, other }: { part: EditorPart; other: Locale }) {
  const { translation: words } = usePublicationWords();
  const { number } = part.manuscript;
  const { loaded, reload } = useLoaded<Manuscript>(`/kb/articles/${number}/${other}`);
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {(original) => {
        const text = original.published ?? original.draft;
        return (
          <>
            <div class="kb-head">
              <h3>{words.text[other]}</h3>
              <KnowledgeLink class="button small" to={placeOf(number, other)}>
                {words.open}
              </KnowledgeLink>
            </div>
            {original.published ? (
              <Freshness part={part} original={original} version={original.published.version} />
            ) : (
              <p class="soft">{words.draftOnly}</p>
            )}
            <pre class="kb-original" lang={other} tabIndex={0} aria-label={words.text[other]}>
              {text?.title}
              {'\n\n'}
              {text?.body}
            </pre>
          </>
        );
      }}
    </LoadedPart>
  );
}

/** Which version this was translated from, and what the original has become since. */
function Freshness(props: { part: EditorPart; original: Manuscript; version: number }) {
  const { http } = useDesk();
  const { translation: words } = usePublicationWords();
  const { why } = useKbWords();
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const { part, original, version } = props;
  const { number, locale, draft, published, translations } = part.manuscript;
  const { translatedFrom, translatedVersion } = draft ??
    published ?? { translatedFrom: null, translatedVersion: null };
  // Of two languages, one is the original: what is translated from this one is none of it.
  const isOriginal = translations.some(
    (one) => one.locale === original.locale && one.translatedFrom === locale,
  );
  if (isOriginal) return null;
  const of = translatedFrom === original.locale ? translatedVersion : null;
  async function mark(): Promise<void> {
    if (!(await part.writing.save())) return;
    const { revision } = part.writing.state.get();
    const origin = { translatedFrom: original.locale, translatedVersion: version };
    const ack = await http('PUT', `/kb/articles/${number}/${locale}/draft`, { revision, ...origin });
    if (!ack.ok) return setProblem(ack.code);
    part.reload();
  }
  if (of === version) return <p class="soft">{words.current(version)}</p>;
  return (
    <div class="kb-behind">
      <p>{of === null ? words.unmarked : words.behind(of, version)}</p>
      <button type="button" class="button small" onClick={() => void mark()}>
        {words.mark(version)}
      </button>
      {problem && (
        <p class="refused" role="alert">
          {why(problem)}
        </p>
      )}
      {of !== null && (
        <details>
          <summary>{words.changes}</summary>
          <Since number={number} original={original} version={of} />
        </details>
      )}
    </div>
  );
}

function Since({ number, original, version }: { number: number; original: Manuscript; version: number }) {
  const path = `/kb/articles/${number}/${original.locale}/versions/${version}`;
  const { loaded, reload } = useLoaded<VersionText>(path);
  const { published } = original;
  if (!published) return null;
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {(before) => <Difference before={before} after={published} locale={original.locale} />}
    </LoadedPart>
  );
}
