import { COMMENT_LENGTH } from '@beseda/shared/domain/limits';
import type { PageData } from '@beseda/shared/domain/page-data';
import { type Locale, VOTE_REASONS } from '@beseda/shared/domain/words';
import { SAID_TEXTS } from '../said-texts';
import { TEXTS } from '../texts';

interface Props extends Pick<Extract<PageData, { page: 'article' }>, 'voted' | 'told'> {
  locale: Locale;
  number: number;
}

export function Vote({ locale, number, voted, told }: Props) {
  const texts = TEXTS[locale];
  const action = `/help/${locale}/article/${number}/vote`;
  const thanks = voted === 'yes' ? texts.thanksYes : told ? SAID_TEXTS[locale].told : texts.thanksNo;
  return (
    <section class="vote" id="vote">
      <form method="post" action={action}>
        <h2>{texts.helpful}</h2>
        <p class="choices">
          {(['yes', 'no'] as const).map((helpful) => (
            <button key={helpful} name="helpful" value={helpful} aria-pressed={voted === helpful}>
              {texts[helpful]}
            </button>
          ))}
        </p>
      </form>
      {voted && <p role="status">{thanks}</p>}
      {voted === 'no' && !told && <Why locale={locale} action={action} />}
    </section>
  );
}

/** Asked only after a «no»; may be left alone. */
function Why({ locale, action }: { locale: Locale; action: string }) {
  const texts = SAID_TEXTS[locale];
  return (
    <form class="why" method="post" action={action}>
      <input type="hidden" name="helpful" value="no" />
      <fieldset>
        <legend>{texts.why}</legend>
        {VOTE_REASONS.map((reason) => (
          <label key={reason}>
            <input type="radio" name="reason" value={reason} /> {texts.reasons[reason]}
          </label>
        ))}
      </fieldset>
      <label>
        {texts.inWords}
        <textarea name="comment" rows={3} maxLength={COMMENT_LENGTH} />
      </label>
      <button type="submit">{texts.sendWhy}</button>
    </form>
  );
}
