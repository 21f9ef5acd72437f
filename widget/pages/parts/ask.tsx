import type { Locale } from '@beseda/shared/domain/words';
import { TEXTS } from '../texts';

/** The way to a person, with what was read carried along. */
export function Ask({ locale, article }: { locale: Locale; article?: number }) {
  const texts = TEXTS[locale];
  const rest = article === undefined ? '' : `?article=${article}`;
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
