import '../../../css/mail-templates.css';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import type { MailTemplate } from '@beseda/shared/protocol/mail-templates';
import { useState } from 'preact/hooks';
import type { MailPlace } from '../../../model/mail-route';
import { LoadedPart } from '../../settings/loaded-part';
import { useLoaded } from '../../settings/use-loaded';
import { MailLink } from '../mail-link';
import { useMailWords } from '../use-mail-words';
import { TemplateForm } from './template-form';

/** What mails say, by language; one of them to be changed. `id`: `{key}.{locale}`. */
export function TemplatesSection({ place: { id } }: { place: MailPlace }) {
  const words = useMailWords();
  const [key, given = 'ru'] = (id ?? '').split('.');
  const [chosen, choose] = useState<Locale>(LOCALES.find((one) => one === given) ?? 'ru');
  const { loaded, reload, show } = useLoaded<{ results: MailTemplate[] }>(`/mail-templates?locale=${chosen}`);
  return (
    <section class="mail-texts" aria-labelledby="settings-title">
      <h3 id="settings-title">{words.sections.templates}</h3>
      <LoadedPart loaded={loaded} reload={reload}>
        {({ results }) => {
          const open = results.find((one) => one.key === key);
          if (!open) return <TemplateList templates={results} locale={chosen} choose={choose} />;
          const replace = (changed: MailTemplate) =>
            show({ results: results.map((one) => (one.key === changed.key ? changed : one)) });
          return <TemplateForm key={id} template={open} onSaved={replace} />;
        }}
      </LoadedPart>
    </section>
  );
}

function TemplateList(props: {
  templates: readonly MailTemplate[];
  locale: Locale;
  choose: (locale: Locale) => void;
}) {
  const words = useMailWords();
  const { templates, locale, choose } = props;
  return (
    <>
      <label class="field settings-filter">
        <span>{words.language}</span>
        <select
          class="input"
          value={locale}
          onChange={({ currentTarget }) => choose(currentTarget.value as Locale)}
        >
          {LOCALES.map((one) => (
            <option key={one} value={one} selected={one === locale}>
              {words.languages[one]}
            </option>
          ))}
        </select>
      </label>
      <ul class="settings-list" aria-label={words.sections.templates}>
        {templates.map(({ key, isPart, changedAt }) => (
          <li key={key}>
            <MailLink class="settings-row" to={{ section: 'templates', id: `${key}.${locale}` }}>
              <strong>{words.templates[key] ?? key}</strong>
              <span class="soft">
                {[isPart && words.part, changedAt && words.changed].filter(Boolean).join(', ')}
              </span>
            </MailLink>
          </li>
        ))}
      </ul>
    </>
  );
}
