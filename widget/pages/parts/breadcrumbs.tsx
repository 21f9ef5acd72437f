import type { Locale } from '@beseda/shared/domain/words';
import { TEXTS } from '../texts';

interface Step {
  title: string;
  url: string;
}

/** The way from the home page to here; the page itself is its heading. */
export function Breadcrumbs({ locale, steps = [] }: { locale: Locale; steps?: (Step | null)[] }) {
  const texts = TEXTS[locale];
  return (
    <nav class="breadcrumbs" aria-label={texts.path}>
      <ol>
        <li>
          <a href={`/help/${locale}`}>{texts.centre}</a>
        </li>
        {steps.map(
          (step) =>
            step && (
              <li key={step.url}>
                <a href={step.url}>{step.title}</a>
              </li>
            ),
        )}
      </ol>
    </nav>
  );
}
