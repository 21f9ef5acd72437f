import type { Locale } from '@beseda/shared/domain/words';
import type { ArticleView } from '@beseda/shared/protocol/http';
import { signFileLinks } from '../article-files/sign-article-file';
import type { Services } from '../context/context';
import { notFound } from '../context/refusal';
import { isRequester } from '../db/actor';
import { findMovedArticle } from './find-redirect';
import type { Viewer } from './may-read';

/** An article as this viewer reads it, with their own vote; in the other language when this one lacks it, and by its former names. */
export async function viewArticle(
  services: Services,
  viewer: Viewer,
  asked: { numberOrSlug: string; locale: Locale },
): Promise<ArticleView> {
  const found =
    services.articles.find(viewer, asked.numberOrSlug, asked.locale) ??
    (await findMovedArticle(services, viewer, asked));
  if (!found) throw notFound();
  const { number, slug, title, author, posted, updated } = found.article;
  return {
    number,
    slug,
    locale: found.article.locale,
    title,
    section: { number: found.section.number, slug: found.section.slug, title: found.section.title },
    author,
    posted,
    updated,
    html: found.rule.visibility === 'public' ? found.html : signFileLinks(services, found.html),
    url: found.url,
    vote: await readVote(services, viewer, number),
  };
}

async function readVote(services: Services, viewer: Viewer, number: number): Promise<'yes' | 'no' | null> {
  if (viewer === null || !isRequester(viewer)) return null;
  return services.database.inTransaction(viewer, async ({ sql }) => {
    const [vote] = await sql<{ helpful: boolean }[]>`
      select helpful from article_votes where article_number = ${number} and voter_id = ${viewer.personId}`;
    return vote ? (vote.helpful ? 'yes' : 'no') : null;
  });
}
