import type { PageData } from '@beseda/shared/domain/page-data';
import { type Locale, PERSON_MAILS } from '@beseda/shared/domain/words';
import { TEXTS } from './texts';

type Data = Extract<PageData, { page: 'mail' }>;

/** Which mails somebody wants, reached from each of them; works without scripts. */
export function MailChoicePage({ locale, data: { token, wanted, saved } }: { locale: Locale; data: Data }) {
  const texts = TEXTS[locale].mail;
  return (
    <main id="content" class="narrow">
      <h1>{texts.title}</h1>
      {saved && (
        <p class="notice" role="status">
          {texts.saved}
        </p>
      )}
      <form class="rate" method="post" action={`/help/${locale}/mail/${token}`}>
        <fieldset class="mail-kinds">
          <legend>{texts.lead}</legend>
          {PERSON_MAILS.map((kind) => (
            <label key={kind}>
              <input type="checkbox" name={kind} value="1" checked={wanted.includes(kind)} />
              {texts.kinds[kind]}
            </label>
          ))}
        </fieldset>
        <button>{texts.save}</button>
      </form>
      <p class="soft">{texts.always}</p>
    </main>
  );
}
