import type { PageData } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { Ask } from './parts/ask';
import { Breadcrumbs } from './parts/breadcrumbs';
import { Navigation } from './parts/navigation';
import { SectionCards } from './parts/section-cards';

type Data = Extract<PageData, { page: 'category' }>;

export function CategoryPage({ locale, data: { category, navigation } }: { locale: Locale; data: Data }) {
  return (
    <div class="columns">
      <Navigation locale={locale} navigation={navigation} here={{ category: category.number }} />
      <main id="content">
        <Breadcrumbs locale={locale} />
        <h1>{category.title}</h1>
        {category.lead && <p class="lead">{category.lead}</p>}
        <SectionCards locale={locale} sections={category.sections} level={2} />
        <Ask locale={locale} />
      </main>
    </div>
  );
}
