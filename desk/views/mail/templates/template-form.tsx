import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { MailPreview, MailTemplate } from '@beseda/shared/protocol/mail-templates';
import { useEffect, useState } from 'preact/hooks';
import { useDesk, useTexts } from '../../contexts';
import { MailLink } from '../mail-link';
import { useMailWords } from '../use-mail-words';
import { TemplatePreview } from './template-preview';

const PAUSE_MS = 400;

/** A text with its variables, and beside it the mail that it makes. */
export function TemplateForm(props: { template: MailTemplate; onSaved: (template: MailTemplate) => void }) {
  const { template, onSaved } = props;
  const { texts } = useTexts();
  const { http } = useDesk();
  const words = useMailWords();
  const [subject, setSubject] = useState(template.subject);
  const [body, setBody] = useState(template.body);
  const [outcome, setOutcome] = useState<ErrorCode | 'saved' | null>(null);
  const path = `/mail-templates/${template.key}/${template.locale}`;
  const preview = usePreview(`${path}/preview`, subject, body);
  const change = async (method: 'PUT' | 'DELETE') => {
    const ack = await http<MailTemplate>(method, path, method === 'PUT' ? { subject, body } : undefined);
    setOutcome(ack.ok ? 'saved' : ack.code);
    if (!ack.ok) return;
    setSubject(ack.data.subject);
    setBody(ack.data.body);
    onSaved(ack.data);
  };
  const problems = preview?.problems ?? [];
  return (
    <div class="mail-template">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change('PUT');
        }}
        onInput={() => setOutcome(null)}
      >
        <p>
          <MailLink to={{ section: 'templates', id: null }}>{words.allTemplates}</MailLink>
        </p>
        <h4>
          {words.templates[template.key] ?? template.key}, {words.languages[template.locale]}
        </h4>
        {!template.isPart && (
          <label class="field">
            <span>{words.subject}</span>
            <input
              class="input"
              value={subject}
              maxLength={200}
              required
              onInput={({ currentTarget }) => setSubject(currentTarget.value)}
            />
          </label>
        )}
        <label class="field">
          <span>{words.body}</span>
          <textarea
            class="input"
            rows={16}
            maxLength={10_000}
            required
            value={body}
            onInput={({ currentTarget }) => setBody(currentTarget.value)}
          />
        </label>
        <Variables template={template} />
        {problems.map(({ code, what }) => (
          <p class="refused" role="alert" key={`${code} ${what}`}>
            {words.problems[code](what)}
          </p>
        ))}
        <div class="settings-tools">
          <button type="submit" class="button primary" disabled={problems.length > 0}>
            {texts.app.save}
          </button>
          {template.changedAt && (
            <button type="button" class="button" onClick={() => void change('DELETE')}>
              {words.reset}
            </button>
          )}
          <span role="status">{outcome === 'saved' && words.saved}</span>
          <span class="refused" role="alert">
            {outcome !== null && outcome !== 'saved' && texts.error(outcome)}
          </span>
        </div>
      </form>
      {preview?.mail && <TemplatePreview mail={preview.mail} />}
    </div>
  );
}

function Variables({ template: { variables } }: { template: MailTemplate }) {
  const words = useMailWords();
  return (
    <details>
      <summary>{words.variables}</summary>
      <p class="soft">{words.variablesHint}</p>
      <ul>
        {variables.map(({ name, needed, ownParagraph }) => (
          <li key={name}>
            <code>{`{${name}}`}</code>{' '}
            <span class="soft">
              {[needed && words.needed, ownParagraph && words.ownParagraph].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The mail as the text stands, a moment after the last keystroke. */
function usePreview(path: string, subject: string, body: string): MailPreview | null {
  const { http } = useDesk();
  const [preview, setPreview] = useState<MailPreview | null>(null);
  useEffect(() => {
    const over = new AbortController();
    const timer = setTimeout(
      () => {
        void http<MailPreview>('POST', path, { subject, body }, over).then((ack) => {
          if (!over.signal.aborted && ack.ok) setPreview(ack.data);
        });
      },
      preview === null ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [path, subject, body]);
  return preview;
}
