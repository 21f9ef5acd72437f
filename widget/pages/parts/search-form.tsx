import type { Locale } from '@beseda/shared/domain/words';
import { TEXTS } from '../texts';

export function SearchForm({ locale, query, large }: { locale: Locale; query?: string; large?: boolean }) {
  const texts = TEXTS[locale];
  return (
    <search>
      <form class={large ? 'search large' : 'search'} action={`/help/${locale}/search`}>
        <input
          type="search"
          name="q"
          value={query}
          aria-label={texts.search}
          placeholder={texts.search}
          maxLength={200}
          autocomplete="off"
          required
        />
        <button type="submit">{texts.find}</button>
      </form>
    </search>
  );
}
