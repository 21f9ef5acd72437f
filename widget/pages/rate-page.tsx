import { LIMITS } from '@beseda/shared/domain/limits';
import type { PageData } from '@beseda/shared/domain/page-data';
import { type Locale, RATING_SCORES } from '@beseda/shared/domain/words';
import { TEXTS } from './texts';

type Data = Extract<PageData, { page: 'rate' }>;

/** How somebody was helped, asked by mail; works without scripts. */
export function RatePage({ locale, data }: { locale: Locale; data: Data }) {
  const texts = TEXTS[locale].rate;
  const { state, ticket } = data;
  return (
    <main id="content" class="narrow">
      <h1>{state === 'gone' ? texts.gone : state === 'saved' ? texts.saved : texts.ask}</h1>
      {ticket && (
        <p class="about">
          {texts.ticket.replace('{number}', String(ticket.number)).replace('{subject}', ticket.subject)}
        </p>
      )}
      {state === 'gone' && <p>{texts.goneAdvice}</p>}
      {state === 'reopened' && <p role="status">{texts.reopened}</p>}
      {state === 'saved' && <p role="status">{texts.savedAdvice}</p>}
      {(state === 'asked' || state === 'saved') && <RateForm locale={locale} data={data} />}
    </main>
  );
}

function RateForm({ locale, data: { token, score, comment, state } }: { locale: Locale; data: Data }) {
  const texts = TEXTS[locale].rate;
  return (
    <form class="rate" method="post" action={`/help/${locale}/rate/${token}`}>
      <fieldset class="choices">
        <legend>{texts.score}</legend>
        {RATING_SCORES.map((one) => (
          <label key={one}>
            <input type="radio" name="score" value={one} required checked={score === one} />
            {texts[one]}
          </label>
        ))}
      </fieldset>
      <label>
        {texts.comment}
        <textarea name="comment" rows={4} maxLength={LIMITS.ratingLength}>
          {comment}
        </textarea>
      </label>
      <button>{state === 'saved' ? texts.change : texts.send}</button>
    </form>
  );
}
