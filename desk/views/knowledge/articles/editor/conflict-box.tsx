import { useValue } from '../../../../hooks/use-value';
import type { Fields } from '../../../../model/writing/local-copy';
import type { Writing } from '../../../../model/writing/writing';
import { useTexts } from '../../../contexts';
import { useEditorWords } from './use-editor-words';

/** Both texts of a conflict, side by side, and what can be done: nothing is thrown away. */
export function ConflictBox({ writing }: { writing: Writing }) {
  const { locale } = useTexts();
  const { conflict: words } = useEditorWords();
  const { saving, theirs, fields } = useValue(writing.state);
  if (saving !== 'conflict') return null;
  const draft = theirs?.draft ?? null;
  const when = draft && new Date(draft.editedAt).toLocaleString(locale === 'ru' ? 'ru-RU' : 'en-GB');
  const both = draft && { ...fields, body: `${draft.body}\n\n${fields.body}` };
  return (
    <section class="kb-conflict" aria-labelledby="kb-conflict">
      <h3 id="kb-conflict" role="alert">
        {words.title}
      </h3>
      <p>{draft && when ? words.who(draft.editedBy?.name ?? words.somebody, when) : words.gone}</p>
      <div class="kb-sides">
        <Side label={words.mine} fields={fields} />
        {draft && <Side label={words.theirs} fields={draft} />}
      </div>
      <div class="settings-foot">
        <button type="button" class="button primary" onClick={() => writing.settle(fields)}>
          {words.keepMine}
        </button>
        {draft && (
          <button
            type="button"
            class="button"
            onClick={() => writing.settle({ ...fields, ...textOf(draft) })}
          >
            {words.takeTheirs}
          </button>
        )}
        {both && (
          <button type="button" class="button" onClick={() => writing.settle(both)}>
            {words.both}
          </button>
        )}
        <span class="soft">{words.hint}</span>
      </div>
    </section>
  );
}

function Side({ label, fields }: { label: string; fields: Pick<Fields, 'title' | 'body'> }) {
  return (
    <div>
      <h4>{label}</h4>
      <pre tabIndex={0} aria-label={label}>
        {fields.title}
        {'\n\n'}
        {fields.body}
      </pre>
    </div>
  );
}

function textOf(given: Fields): Fields {
  const { title, slug, sectionNumber, keywords, routes, visibility, plans, roles, author, body } = given;
  return { title, slug, sectionNumber, keywords, routes, visibility, plans, roles, author, body };
}
