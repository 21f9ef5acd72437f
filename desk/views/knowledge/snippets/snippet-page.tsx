import { snippetReference } from '@beseda/shared/domain/expand-snippets';
import { LOCALES } from '@beseda/shared/domain/words';
import type { Snippet } from '@beseda/shared/protocol/knowledge';
import { useDesk, usePage, useTexts } from '../../contexts';
import { textOf } from '../../form-text';
import { LoadedPart } from '../../settings/loaded-part';
import { SavedForm } from '../../settings/saved-form';
import { useLoaded } from '../../settings/use-loaded';
import { KnowledgeLink } from '../knowledge-link';
import { useKbWords } from '../use-kb-words';
import { RemoveSnippet } from './remove-snippet';
import { useSnippetWords } from './use-snippet-words';

/** One snippet, with where it stands; null: a new one. */
export function SnippetPage({ id }: { id: string | null }) {
  return id === null ? <NewSnippet /> : <LoadedSnippet id={id} />;
}

function NewSnippet() {
  const { http } = useDesk();
  const { places } = usePage();
  const words = useSnippetWords();
  const { why } = useKbWords();
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{words.create}</h3>
      <SavedForm<Snippet>
        label={words.create}
        send={(form) =>
          http('POST', '/kb/snippets', {
            locale: textOf(form, 'locale'),
            title: textOf(form, 'title'),
            body: textOf(form, 'body'),
          })
        }
        onSaved={({ id }) =>
          setTimeout(() =>
            places.go(
              { ...places.get(), knowledge: { section: 'snippets', rest: [id], query: '' } },
              { replace: true },
            ),
          )
        }
        why={why}
      >
        <SnippetFields />
      </SavedForm>
    </section>
  );
}

function LoadedSnippet({ id }: { id: string }) {
  const { http } = useDesk();
  const words = useSnippetWords();
  const { why } = useKbWords();
  const { loaded, reload, show } = useLoaded<Snippet>(`/kb/snippets/${encodeURIComponent(id)}`);
  return (
    <LoadedPart loaded={loaded} reload={reload}>
      {(snippet) => (
        <section aria-labelledby="settings-title">
          <h3 id="settings-title">{snippet.title}</h3>
          <p class="soft">{words.reference(snippetReference(snippet.key))}</p>
          <SavedForm<Snippet>
            label={snippet.title}
            send={(form) =>
              http('PATCH', `/kb/snippets/${id}`, {
                title: textOf(form, 'title'),
                body: textOf(form, 'body'),
              })
            }
            onSaved={show}
            why={why}
          >
            <SnippetFields snippet={snippet} />
          </SavedForm>
          <UsedBy snippet={snippet} />
          <RemoveSnippet snippet={snippet} />
        </section>
      )}
    </LoadedPart>
  );
}

function SnippetFields({ snippet }: { snippet?: Snippet }) {
  const { locale } = useTexts();
  const words = useSnippetWords();
  return (
    <>
      {!snippet && (
        <label class="field">
          <span>{words.language}</span>
          <select class="input" name="locale" defaultValue={locale}>
            {LOCALES.map((name) => (
              <option key={name} value={name} selected={name === locale}>
                {words.languages[name]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>{words.title}</span>
        <input class="input" name="title" defaultValue={snippet?.title ?? ''} maxLength={200} required />
      </label>
      <label class="field">
        <span>{words.body}</span>
        <textarea
          class="input kb-snippet-text"
          name="body"
          rows={8}
          defaultValue={snippet?.body ?? ''}
          maxLength={20_000}
          required
        />
      </label>
    </>
  );
}

function UsedBy({ snippet }: { snippet: Snippet }) {
  const words = useSnippetWords();
  return (
    <section aria-labelledby="snippet-uses">
      <h4 id="snippet-uses">{words.usedBy}</h4>
      {snippet.usedBy.length === 0 && <p class="soft">{words.unused}</p>}
      <ul class="settings-list" aria-labelledby="snippet-uses">
        {snippet.usedBy.map(({ number, locale, title, draft }) => (
          <li key={`${number} ${locale} ${draft}`}>
            <KnowledgeLink
              class="settings-row"
              to={{ section: 'articles', rest: [String(number), locale], query: '' }}
            >
              <strong>{title}</strong>
              <span>{words.languages[locale]}</span>
              {draft && <span>{words.draft}</span>}
            </KnowledgeLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
