import type { PageData } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { TEXTS } from '../texts';

interface Props {
  locale: Locale;
  number: number;
  voted: Extract<PageData, { page: 'article' }>['voted'];
}

export function Vote({ locale, number, voted }: Props) {
  const texts = TEXTS[locale];
  return (
    <form class="vote" method="post" action={`/help/${locale}/article/${number}/vote`} id="vote">
      <h2>{texts.helpful}</h2>
      <p class="choices">
        {(['yes', 'no'] as const).map((helpful) => (
          <button key={helpful} name="helpful" value={helpful} aria-pressed={voted === helpful}>
            {texts[helpful]}
          </button>
        ))}
      </p>
      {voted && <p role="status">{voted === 'yes' ? texts.thanksYes : texts.thanksNo}</p>}
    </form>
  );
}
