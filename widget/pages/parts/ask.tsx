import type { Locale } from '@beseda/shared/domain/words';
import { TEXTS } from '../texts';

/** The way to a person, with what was read or searched for carried along. */
export function Ask({ locale, article, text }: { locale: Locale; article?: number; text?: string }) {
  const texts = TEXTS[locale];
  const query = new URLSearchParams({
    ...(article && { article: `${article}` }),
    ...(text && { text }),
  });
  const rest = query.size === 0 ? '' : `?${query}`;
  return (
    <aside class="ask" aria-label={texts.unanswered}>
      <p>
        <strong>{texts.unanswered}</strong> {texts.unansweredLead}
      </p>
      <a class="button" href={`/help/${locale}/requests/new${rest}`}>
        {article === undefined ? texts.ask : texts.askAbout}
      </a>
    </aside>
  );
}
