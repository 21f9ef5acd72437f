import type { ArticleView } from '@beseda/shared/protocol/http';
import type { Panel } from '../model/panel';

/** An article on its way to the reader. `vote`: what the person says now. */
export type Reading =
  | { kind: 'loading' | 'missing' | 'failed' }
  | {
      kind: 'ready';
      article: ArticleView;
      vote: ArticleView['vote'];
      /** A «no» was explained. */
      told?: boolean;
    };

const readings = new Map<string, Reading>();

/** The article `id` (number or slug) in the panel's locale; loaded when it is first asked for. */
export function readingOf(panel: Panel, id: string): Reading {
  const key = keyOf(panel, id);
  const known = readings.get(key);
  if (known) return known;
  void loadArticle(panel, id);
  return { kind: 'loading' };
}

export async function loadArticle(panel: Panel, id: string): Promise<void> {
  const key = keyOf(panel, id);
  readings.set(key, { kind: 'loading' });
  const { locale } = panel.state;
  const path = `/articles/${encodeURIComponent(id)}?locale=${locale}&route=${encodeURIComponent(routeOf(panel))}`;
  const ack = await panel.http<ArticleView>('GET', path);
  if (ack.ok) {
    const article = ack.data;
    readings.set(key, { kind: 'ready', article, vote: article.vote });
    panel.evidence.opened.add(article.number);
    panel.bridge.raise('articleViewed', {
      number: article.number,
      locale: article.locale,
      title: article.title,
    });
  } else readings.set(key, { kind: ack.code === 'not_found' ? 'missing' : 'failed' });
  panel.touch();
}

/** The page that the person is on, as the suggestions know it. */
export function routeOf({ route, host }: Panel): string {
  const { url = '' } = host?.page ?? {};
  return (route ?? (URL.canParse(url) ? new URL(url).pathname : '')).slice(0, 300);
}

/** What one person may read says nothing about another. */
const keyOf = (panel: Panel, id: string) =>
  `${panel.host?.identity} ${panel.state.access.kind} ${panel.state.locale} ${id}`;
